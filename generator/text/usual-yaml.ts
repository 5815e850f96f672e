import type { Json } from "../core/json.js";
import { load, Schema, Type, type State } from "js-yaml";

/** A value that was read. */
export interface UsualYaml {
  readonly value: Json;
}

/**
 * Reads a YAML text without anything unusual in it, many times faster than by its node tree.
 *
 * Whatever is an error or a warning, or could mean something else to the parser that makes the node
 * tree, is left to that one: anchors, tags, merge keys, directives, several documents, keys that are
 * no texts, deep nesting. It makes no difference for the result, only for the time.
 *
 * @param text A YAML text.
 * @returns The value, which is the same as by the node tree; `undefined`, where the text is unusual.
 */
export function readUsualYaml(text: string): UsualYaml | undefined {
  // The mark before the first document says nothing.
  const body = text.startsWith("---\n") ? text.slice(4) : text;
  // With line ends all around it, the patterns need not care for the first line and the last.
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
    // A text by itself may be less indented than it would have to be elsewhere, or not be there.
    if (typeof value !== "object") return undefined;
    // The schema makes nothing but JSON values.
    return { value: value as Json };
  } catch {
    // Errors are told by the node tree, which knows where they are.
    return undefined;
  }
}

/** How deeply nodes lie inside one another; far below the limit at which nesting is an error. */
const maxDepth = 200;

/** What js-yaml reads in another way, or takes where it is wrong. A false alarm costs time only. */
const unusual: readonly RegExp[] = [
  // Tabs, other line ends than LF, and characters that are not printed.
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/,
  // Directives, and the marks between documents.
  /\n(?:%|---|\.\.\.)/,
  // Merge keys, and explicit keys.
  /<</,
  /[\s[{,]\?\s/,
  // Commas and colons at the beginning of a line.
  /\n *[,:]/,
  // Block scalars that say how far they are indented.
  /[|>][-+]?\d[-+]? *(?:#.*)?\n/,
  // Block scalars without content, and comments after them.
  /[|>][-+]? *(?:#.*)?\n(?: *\n)* +\n *#/,
  // Items of sequences that are empty, and are followed by less indentation.
  /\n *(?:- +)+- *(?:#.*)?\n/,
  /\n( *)- *(?:#.*)?\n(?!\1 |\1-[ \n])/,
];

class Unusual extends Error {}

function giveUp(): never {
  throw new Unusual();
}

/** Types by the core schema of YAML 1.2, and a look at every node that is read. */
class Reading {
  /** How the last scalar that is no text was written. */
  #source = "";
  /** Where the nodes begin that are being read, by their depth. */
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
    // No tag in a text can have a name with a blank, so that explicit tags are errors.
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
    // A key is the text that stands there, whatever it would be as a value.
    const after = input[afterSpace(input, position)] ?? "";
    if (kind === "scalar" && String(result) !== this.#source && ":,}#".includes(after)) giveUp();
    if (kind !== "scalar" && input[afterBlanks(input, position)] === ":") giveUp();
  };

  /** Empty lines after an escaped line end are not always read in the same way. */
  #lookAtText({ input, position, depth }: State): void {
    if (input[position - 1] !== '"') return;
    if (/\\\n *\n/.test(input.slice(this.#starts[depth], position))) giveUp();
  }

  /** A collection that is a key is no error to js-yaml. */
  #lookAtCollection({ input, position, depth }: State): void {
    if (isComment(input, position)) giveUp();
    const start = afterBlanks(input, this.#starts[depth] ?? 0);
    if (input[start] !== "{" && input[start] !== "[") return;
    // What a comment in here stands before, or behind, makes a difference.
    if (/[\s{[,:]#/.test(input.slice(start, position))) giveUp();
    const before = input[beforeSpace(input, start)];
    if (before === "{") giveUp();
    if (before === "," && input[afterSpace(input, this.#starts[depth - 1] ?? 0)] !== "[") giveUp();
  }
}

/** A number that JSON has, too; -0 becomes 0 there. */
function toNumber(source: string): number {
  const number = Number(source);
  return Number.isFinite(number) && !Object.is(number, -0) ? number : giveUp();
}

/** Whether a comment begins without a blank before it. */
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
