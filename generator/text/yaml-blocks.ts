import type { Span } from "./text-tree.js";

/** A member of a block mapping, an item of a block sequence, or a whole text. */
export interface YamlBlock {
  /** The offset of its key or its dash; of a text, 0. */
  readonly start: number;
  /** The offset after its last line. */
  readonly end: number;
  /** Its column, from 0. */
  readonly column: number;
  /** The key, with its quotes; undefined for an item or a text. */
  readonly key: Span | undefined;
  /** The offset after the colon, the dash, or the line that begins the document. */
  readonly after: number;
}

/** The result of finding a value by lines. */
export interface FoundBlock {
  /** The smallest block with the value. */
  readonly block: YamlBlock;
  /** How many tokens of the pointer lead to the block; none to the whole text. */
  readonly depth: number;
  /** Whether the value of the block is sought, or the nearest one around a value that does not exist. */
  readonly isNearest: boolean;
}

/** The members of a block mapping by name, or the items of a block sequence by index. */
type Blocks = ReadonlyMap<string, YamlBlock>;

/**
 * Finds values in a YAML text by the indentation of block collections, without parsing it.
 *
 * In a block mapping, the lines of a value are indented deeper than the keys, except the items of a sequence.
 * It finds nothing if anything other than common keys is at the column of the keys, or if the text has a CR
 * alone, which does not end a line for the parser.
 */
export class YamlBlocks {
  readonly #text: string;
  /** The whole text. */
  readonly #root: YamlBlock;
  /** The blocks inside the blocks that were read. */
  readonly #known = new Map<YamlBlock, Blocks | undefined>();

  constructor(text: string) {
    this.#text = text;
    const after = /^---\r?\n/.exec(text)?.[0].length ?? 0;
    this.#root = { start: 0, end: text.length, column: 0, key: undefined, after };
    if (/\r(?!\n)/.test(text)) this.#known.set(this.#root, undefined);
  }

  /**
   * Finds the smallest block with a value.
   *
   * @param tokens The tokens of a JSON pointer to the value.
   * @returns The block, which may be the whole text; undefined if that is not read by lines.
   */
  find(tokens: readonly string[]): FoundBlock | undefined {
    let block = this.#root;
    if (this.#inside(block) === undefined) return undefined;
    for (const [depth, token] of tokens.entries()) {
      const inside = this.#inside(block);
      const next = inside?.get(token);
      if (next === undefined) return { block, depth, isNearest: inside !== undefined };
      block = next;
    }
    return { block, depth: tokens.length, isNearest: true };
  }

  /**
   * Finds the value of a block, if it is a common scalar or a collection. For a collection on several lines, the
   * end is only known to be on another line than the start.
   *
   * @returns The span, or undefined if the lines are not enough.
   */
  valueOf(block: YamlBlock): Span | undefined {
    const [first, second] = this.#inside(block)?.values() ?? [];
    if (first === undefined) return scalarOf(block, this.#text);
    const { start } = first;
    const hasMoreLines = second !== undefined || this.#goesOnBelow(first);
    if (hasMoreLines) return { start, end: block.end };
    const only = scalarOf(first, this.#text);
    return only && { start, end: only.end };
  }

  /** Returns whether the value of a block is a collection that begins on a later line. */
  #goesOnBelow(block: YamlBlock): boolean {
    return isLineEnd(this.#text, block.after) && this.#inside(block) !== undefined;
  }

  #inside(block: YamlBlock): Blocks | undefined {
    if (this.#known.has(block)) return this.#known.get(block);
    const { key, after, end } = block;
    // A value on the line of its key is not a block collection.
    const isBeside = key !== undefined && !isLineEnd(this.#text, after);
    const inside = isBeside ? undefined : readBlocks(this.#text, after, end);
    this.#known.set(block, inside);
    return inside;
  }
}

/**
 * Reads the members of a block mapping, or the items of a block sequence.
 *
 * @param from Where it may begin: the start of a line, or the offset after a colon or a dash.
 * @param to The start of the first line after it.
 * @returns The blocks, or undefined if there is something else.
 */
function readBlocks(text: string, from: number, to: number): Blocks | undefined {
  const found: Omit<YamlBlock, "end">[] = [];
  let lineStart = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
  let at = from;
  while (at < to) {
    while (text[at] === " ") at += 1;
    const column = at - lineStart;
    const first = found[0];
    const isDeeper = first !== undefined && column > first.column;
    if (!isDeeper && !isEmptyOrComment(text, at)) {
      if (first !== undefined && column < first.column) return undefined;
      const isItem = isDash(text, at);
      const key = isItem ? undefined : keyAt(text, at);
      // The items of a sequence may be at the column of its key.
      const isBelowKey = isItem && first?.key !== undefined;
      const isOther =
        !isItem && (key === undefined || (first !== undefined && first.key === undefined));
      if (isOther) return undefined;
      if (!isBelowKey) found.push({ start: at, column, key, after: (key?.end ?? at) + 1 });
    }
    const lineEnd = text.indexOf("\n", at);
    lineStart = lineEnd < 0 ? to : lineEnd + 1;
    at = lineStart;
  }
  if (found.length === 0) return undefined;
  const blocks = new Map<string, YamlBlock>();
  for (const [index, block] of found.entries()) {
    const name = block.key === undefined ? String(index) : nameOf(text, block.key);
    const next = found[index + 1];
    // Of several members with the same name, the first one counts.
    if (blocks.has(name)) continue;
    blocks.set(name, { ...block, end: next === undefined ? to : next.start - next.column });
  }
  return blocks;
}

function isEmptyOrComment(text: string, at: number): boolean {
  const character = text[at];
  return character === undefined || character === "\n" || character === "\r" || character === "#";
}

function isDash(text: string, at: number): boolean {
  return text[at] === "-" && /[ \r\n]/.test(text[at + 1] ?? "\n");
}

/** Matches a key on one line, plain or in quotes, without special characters. */
const keyPattern =
  /(?:[\w$./^](?:[\w$./^{}()~+=@?&*!%,;<>[\]-]|:(?=\S))*|'[^'\n]*'|"[^"\\\n]*")(?=:(?![^ \r\n]))/y;

function keyAt(text: string, start: number): Span | undefined {
  keyPattern.lastIndex = start;
  const [key] = keyPattern.exec(text) ?? [];
  // Such a line may be the end of the document.
  return key === undefined || key === "..." ? undefined : { start, end: start + key.length };
}

/** Returns the name of a key. */
function nameOf(text: string, { start, end }: Span): string {
  const key = text.slice(start, end);
  return /^['"]/.test(key) ? key.slice(1, -1) : key;
}

/** Matches the rest of a line without content. */
const lineEndPattern = / *(?:#[^\n]*)?(?:[\r\n]|$)/y;

function isLineEnd(text: string, at: number): boolean {
  lineEndPattern.lastIndex = at;
  return lineEndPattern.test(text);
}

/** Matches a scalar after a colon or a dash, without special characters, to the end of the line. */
const scalarPattern =
  / +([\w$./](?:[!"$-9;-~]|:(?=[!-~])| +(?=[!-~]))*|'[^'\n]*'|"[^"\\\n]*")(?= *(?:[\r\n]|$))/y;

/** Matches spaces and empty lines. */
const spacePattern = /[ \r\n]*/y;

function scalarOf({ after, end }: YamlBlock, text: string): Span | undefined {
  scalarPattern.lastIndex = after;
  const [all = "", scalar = ""] = scalarPattern.exec(text) ?? [];
  if (scalar === "") return undefined;
  const scalarEnd = after + all.length;
  spacePattern.lastIndex = scalarEnd;
  spacePattern.test(text);
  // Further lines may belong to the scalar.
  if (spacePattern.lastIndex < end) return undefined;
  return { start: scalarEnd - scalar.length, end: scalarEnd };
}
