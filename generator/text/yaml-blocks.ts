import type { Span } from "./text-tree.js";

/** A member of a block mapping, or an item of a block sequence. */
export interface YamlBlock {
  /** Where its key begins, or its dash. */
  readonly start: number;
  /** The offset behind its last line. */
  readonly end: number;
  /** The column that it begins at, from 0. */
  readonly column: number;
  /** The key, with its quotes; undefined for an item. */
  readonly key: Span | undefined;
  /** The offset behind the colon, or behind the dash. */
  readonly after: number;
}

/** How far lines lead to a value. */
export interface FoundBlock {
  /** The smallest block that holds the value. */
  readonly block: YamlBlock;
  /** How many of the tokens of a pointer led to it. */
  readonly depth: number;
}

/** The members of a block mapping by name, or the items of a block sequence by index. */
type Blocks = ReadonlyMap<string, YamlBlock>;

/**
 * Finds values in a YAML text by the indentation of block collections, without parsing it.
 *
 * In a block mapping, whatever belongs to a value is indented deeper than the keys are, but for the
 * items of a sequence. Where anything else stands at the column of the keys than keys of the usual
 * form, nothing is said; nor in a text where a CR stands alone, which ends no line to the parser.
 */
export class YamlBlocks {
  readonly #text: string;
  readonly #root: Blocks | undefined;
  /** The blocks inside of those that were looked into. */
  readonly #known = new Map<YamlBlock, Blocks | undefined>();

  constructor(text: string) {
    this.#text = text;
    const start = /^---\r?\n/.exec(text)?.[0].length ?? 0;
    this.#root = /\r(?!\n)/.test(text) ? undefined : readBlocks(text, start, text.length);
  }

  /**
   * Finds the smallest block that holds a value.
   *
   * @param tokens The way to the value: the tokens of a JSON pointer.
   * @returns The block; `undefined`, where the first key of the way cannot be found by its line.
   */
  find(tokens: readonly string[]): FoundBlock | undefined {
    let found: FoundBlock | undefined;
    for (const [index, token] of tokens.entries()) {
      const inside = found === undefined ? this.#root : this.#inside(found.block);
      const block = inside?.get(token);
      if (block === undefined) break;
      found = { block, depth: index + 1 };
    }
    return found;
  }

  /**
   * Finds the value of a block, if it is a scalar of the usual form or a collection. Of a collection
   * on several lines, the end is only known to be on another line than the start.
   *
   * @returns `undefined`, where the lines do not tell.
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

  /** Whether the value of a block is a collection that begins on a later line. */
  #goesOnBelow(block: YamlBlock): boolean {
    return isLineEnd(this.#text, block.after) && this.#inside(block) !== undefined;
  }

  #inside(block: YamlBlock): Blocks | undefined {
    if (this.#known.has(block)) return this.#known.get(block);
    const { key, after, end } = block;
    // What stands beside a key is no block collection.
    const isBeside = key !== undefined && !isLineEnd(this.#text, after);
    const inside = isBeside ? undefined : readBlocks(this.#text, after, end);
    this.#known.set(block, inside);
    return inside;
  }
}

/**
 * Reads the members of a block mapping, or the items of a block sequence.
 *
 * @param from Where it may begin: the start of a line, or a place behind a colon or a dash.
 * @param to Where the first line behind it begins.
 * @returns `undefined`, where something else stands there.
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
      // The items of a sequence may stand at the column of the key that it belongs to.
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
    // Of several members with one name, the first is meant.
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

/** A key on one line, plain or in quotes, without anything in it that would mean something else. */
const keyPattern =
  /(?:[\w$./^](?:[\w$./^{}()~+=@?&*!%,;<>[\]-]|:(?=\S))*|'[^'\n]*'|"[^"\\\n]*")(?=:(?![^ \r\n]))/y;

function keyAt(text: string, start: number): Span | undefined {
  keyPattern.lastIndex = start;
  const [key] = keyPattern.exec(text) ?? [];
  // A line that starts like this may as well be the end of the document.
  return key === undefined || key === "..." ? undefined : { start, end: start + key.length };
}

/** The name that a key gives to a member. */
function nameOf(text: string, { start, end }: Span): string {
  const key = text.slice(start, end);
  return /^['"]/.test(key) ? key.slice(1, -1) : key;
}

/** The rest of a line without content. */
const lineEndPattern = / *(?:#[^\n]*)?(?:[\r\n]|$)/y;

function isLineEnd(text: string, at: number): boolean {
  lineEndPattern.lastIndex = at;
  return lineEndPattern.test(text);
}

/** A scalar behind a colon or a dash, with nothing in it that would mean something else, to the end of the line. */
const scalarPattern =
  / +([\w$./](?:[!"$-9;-~]|:(?=[!-~])| +(?=[!-~]))*|'[^'\n]*'|"[^"\\\n]*")(?= *(?:[\r\n]|$))/y;

/** Blanks and empty lines. */
const spacePattern = /[ \r\n]*/y;

function scalarOf({ after, end }: YamlBlock, text: string): Span | undefined {
  scalarPattern.lastIndex = after;
  const [all = "", scalar = ""] = scalarPattern.exec(text) ?? [];
  if (scalar === "") return undefined;
  const scalarEnd = after + all.length;
  spacePattern.lastIndex = scalarEnd;
  spacePattern.test(text);
  // What stands on further lines may belong to it.
  if (spacePattern.lastIndex < end) return undefined;
  return { start: scalarEnd - scalar.length, end: scalarEnd };
}
