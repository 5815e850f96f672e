import type { Json } from "../core/json.js";
import { load, Schema, Type, type State } from "js-yaml";

/** The result of reading a text. */
export interface UsualYaml {
  readonly value: Json;
}

/**
 * Reads a YAML text that has only common syntax, many times faster than by its node tree.
 *
 * It gives up on everything that is an error or a warning, or that the parser of the node tree could read
 * differently: anchors, tags, merge keys, directives, several documents, keys that are not strings, deep
 * nesting. The result is the same, only the time differs.
 *
 * @param text A YAML text.
 * @returns The value, or undefined if the text has uncommon syntax.
 */
export function readUsualYaml(text: string): UsualYaml | undefined {
  // The marker before the first document has no meaning.
  const body = text.startsWith("---\n") ? text.slice(4) : text;
  // With line ends around it, the patterns need no cases for the first and the last line.
  const lines = `\n${body}\n`;
  if (body.endsWith(" ") || unusual.some((pattern) => pattern.test(lines))) return undefined;
  const reading = new Reading();
  try {
    const value = load(body, {
      schema: reading.schema,
      maxDepth,
      listener: reading.listen,
      onWarning: giveUp,
    });
    // A scalar as the whole document has other rules for indentation, and may be missing.
    if (typeof value !== "object") return undefined;
    // The schema only produces JSON values.
    return { value: value as Json };
  } catch {
    // The node tree reports errors with their positions.
    return undefined;
  }
}

/** The deepest nesting, far below the limit at which nesting is an error. */
const maxDepth = 200;

/** Syntax that js-yaml reads differently, or accepts although it is wrong. A false match only costs time. */
const unusual: readonly RegExp[] = [
  // Tabs, line ends other than LF, and characters that are not printable.
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/,
  // Directives, and markers between documents.
  /\n(?:%|---|\.\.\.)/,
  // Merge keys, and explicit keys.
  /<</,
  /[\s[{,]\?\s/,
  // Commas and colons at the beginning of a line.
  /\n *[,:]/,
  // Block scalars with an indentation indicator.
  /[|>][-+]?\d[-+]? *(?:#.*)?\n/,
  // Comments after block scalars that only have empty lines, of which one has spaces.
  /[|>][-+]? *(?:#.*)?\n\n* +\n[ \n]*#/,
  // Empty items of sequences before a line with less indentation.
  /\n *(?:- +)+- *(?:#.*)?\n/,
  /\n( *)- *(?:#.*)?\n(?: *(?:#.*)?\n)*(?!\1 |\1-[ \n])/,
];

class Unusual extends Error {}

function giveUp(): never {
  throw new Unusual();
}

/** The types of the core schema of YAML 1.2, and a check of every node that is read. */
class Reading {
  /** The source of the last scalar that is not a string. */
  #source = "";
  /** The start of the open nodes, by depth. */
  readonly #starts: number[] = [];

  /** https://yaml.org/spec/1.2.2/#103-core-schema */
  readonly schema: Schema = new Schema({
    implicit: [
      this.#type("null", /^(?:~|[Nn]ull|NULL)?$/, () => null),
      this.#type("boolean", /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, (source) => /^t/i.test(source)),
      this.#type("number", /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/, toNumber),
      this.#type("other number", /^(?:[-+]?\.inf|\.nan|0o[0-7]+|0x[\da-f]+)$/i, giveUp),
    ],
  });

  #type(name: string, pattern: RegExp, construct: (source: string) => unknown): Type {
    // Tags in a text cannot have names with a space, so explicit tags are errors.
    return new Type(`a ${name}`, {
      kind: "scalar",
      resolve: (source) => source !== null && pattern.test(source),
      construct: (source) => {
        this.#source = source;
        return construct(source);
      },
    });
  }

  readonly listen = (event: "open" | "close", state: State): void => {
    if (event === "open") {
      this.#starts[state.depth] = state.position;
      return;
    }
    const { anchor, tag, kind, result, input, position } = state;
    if (anchor !== null || tag === "!") giveUp();
    if (kind === "scalar" && typeof result === "string") {
      if (isComment(input, position)) giveUp();
      this.#lookAtText(state);
      return;
    }
    if (kind === "mapping" || kind === "sequence") this.#lookAtCollection(state);
    // A key is its source text, even if it would be a number as a value.
    const after = input[afterSpace(input, position)] ?? "";
    if (kind === "scalar" && String(result) !== this.#source && ":,}#".includes(after)) giveUp();
    if (kind !== "scalar" && input[afterBlanks(input, position)] === ":") giveUp();
  };

  /** Gives up on empty lines after an escaped line end, which parsers read differently. */
  #lookAtText({ input, position, depth }: State): void {
    if (input[position - 1] !== '"') return;
    if (/\\\n *\n/.test(input.slice(this.#starts[depth], position))) giveUp();
  }

  /** Gives up on collections as keys, which js-yaml accepts. */
  #lookAtCollection({ input, position, depth }: State): void {
    if (isComment(input, position)) giveUp();
    const start = afterBlanks(input, this.#starts[depth] ?? 0);
    if (input[start] !== "{" && input[start] !== "[") return;
    // Comments are only valid at some positions.
    if (/[\s{[,:]#/.test(input.slice(start, position))) giveUp();
    const before = input[beforeSpace(input, start)];
    if (before === "{") giveUp();
    if (before === "," && input[afterSpace(input, this.#starts[depth - 1] ?? 0)] !== "[") giveUp();
  }
}

/** Returns a number of JSON, where -0 is 0. */
function toNumber(source: string): number {
  const number = Number(source);
  return Number.isFinite(number) && !Object.is(number, -0) ? number : giveUp();
}

/** Returns whether a comment begins without a space before it. */
function isComment(input: string, position: number): boolean {
  return input[position] === "#" && !/\s/.test(input[position - 1] ?? "");
}

function afterBlanks(input: string, position: number): number {
  let at = position;
  while (input[at] === " ") at += 1;
  return at;
}

function afterSpace(input: string, position: number): number {
  let at = position;
  while (input[at] === " " || input[at] === "\n") at += 1;
  return at;
}

function beforeSpace(input: string, position: number): number {
  let at = position - 1;
  while (input[at] === " " || input[at] === "\n") at -= 1;
  return at;
}
