import { arrayText, recordText, unionText } from "./type-text.js";

/**
 * Translates a documented Python annotation to the TypeScript type that it asks for.
 *
 * @param pythonType - the annotation, with or without its default: `Optional[List[BatchError]] = None`
 * @returns the type, in the notation of `type-text.ts`: `BatchError[] | null`
 * @throws when the annotation uses a notation that the documents do not
 */
export function expectedType(pythonType: string): string {
  const tokens = tokensOf(pythonType.replace(DEFAULT_NONE, ""));
  const type = parseType(tokens);
  const rest = tokens.shift();
  if (rest !== undefined) {
    throw new Error(`Unexpected ${rest} after the type in ${pythonType}`);
  }
  return unionText(type);
}

/** @returns whether a documented field may be left out: whether its annotation has the default `None` */
export function hasDefault(pythonType: string): boolean {
  return DEFAULT_NONE.test(pythonType);
}

const DEFAULT_NONE = /\s*=\s*None\s*$/;

const TOKEN = /\s*("[^"\\]*"|[A-Za-z_]\w*|[[\],])\s*/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text)?.[1];
    if (match === undefined) {
      throw new Error(`Not a Python type from column ${start + 1}: ${text}`);
    }
    tokens.push(match);
  }
  return tokens;
}

/** Takes one type from the front of `tokens`; the result is the list of its union members. */
function parseType(tokens: string[]): readonly string[] {
  const name = tokens.shift() ?? "nothing";
  if (tokens[0] === "[") {
    return parseGeneric(name, tokens);
  }
  switch (name) {
    case "str":
      return ["string"];
    case "int":
      return ["number"];
    default:
      if (!/^[A-Z]\w*$/.test(name)) {
        throw new Error(`Not a documented Python type: ${name}`);
      }
      return [name];
  }
}

function parseGeneric(name: string, tokens: string[]): readonly string[] {
  switch (name) {
    case "Literal":
      return parseArguments(tokens, parseLiteral);
    case "Optional": {
      const [type] = parseExactly(1, name, tokens);
      return [...(type ?? []), "null"];
    }
    case "List": {
      const [element] = parseExactly(1, name, tokens);
      return [arrayText(element ?? [])];
    }
    case "Dict": {
      const [key, value] = parseExactly(2, name, tokens);
      return [recordText(key ?? [], value ?? [])];
    }
    default:
      throw new Error(`Not a documented Python type: ${name}[...]`);
  }
}

function parseExactly(
  count: number,
  name: string,
  tokens: string[],
): readonly (readonly string[])[] {
  const types = parseArguments(tokens, parseType);
  if (types.length !== count) {
    throw new Error(`${name} takes ${count}, not ${types.length}`);
  }
  return types;
}

/** Takes `[`, the arguments between commas, and `]` from the front of `tokens`. */
function parseArguments<T>(tokens: string[], parse: (tokens: string[]) => T): readonly T[] {
  const parsed: T[] = [];
  let separator = tokens.shift();
  while (separator === "[" || separator === ",") {
    parsed.push(parse(tokens));
    separator = tokens.shift();
  }
  if (separator !== "]") {
    throw new Error(`Expected ], not ${separator ?? "the end"}`);
  }
  return parsed;
}

function parseLiteral(tokens: string[]): string {
  const literal = tokens.shift() ?? "nothing";
  if (!literal.startsWith('"')) {
    throw new Error(`Not a documented literal: ${literal}`);
  }
  return literal;
}
