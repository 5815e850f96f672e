import { lineAt, type TextLines } from "./text-lines.js";

/** Some lines of a YAML text: a member of a block mapping, from its key to the end of its value. */
export interface YamlBlock {
  /** The offset of the first line. */
  readonly start: number;
  /** The offset behind the last line. */
  readonly end: number;
  /** How many of the tokens of a pointer led here; the last one is the key on the first line. */
  readonly depth: number;
}

/** Lines of a block mapping, by their numbers from 1; the end is excluded. */
interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The members of a block mapping by name, each from the line of its key to that of the next. */
type Members = ReadonlyMap<string, Lines>;

/**
 * Finds values in a YAML text by the indentation of block mappings, without parsing it.
 *
 * In a block mapping, whatever belongs to a value is indented deeper than the keys are, but for the
 * items of a sequence. Where anything else stands at the column of the keys than keys of the usual
 * form, nothing is said; nor in a text where a CR stands alone, which ends no line to the parser.
 */
export class YamlBlocks {
  readonly #lines: TextLines;
  readonly #hasLoneReturns: boolean;
  /** The members of the mappings that were looked into, by the number of the first line. */
  readonly #known = new Map<number, Members | undefined>();

  /** @param lines The lines of the text. */
  constructor(lines: TextLines) {
    this.#lines = lines;
    this.#hasLoneReturns = /\r(?!\n)/.test(lines.text);
  }

  /**
   * Finds the smallest block that holds a value.
   *
   * @param tokens The way to the value: the tokens of a JSON pointer.
   * @returns The block; `undefined`, where the first key of the way cannot be found by its line.
   */
  find(tokens: readonly string[]): YamlBlock | undefined {
    if (this.#hasLoneReturns) return undefined;
    const { text, starts } = this.#lines;
    let inside: Lines = { from: lineAt(this.#lines, 1) === "---" ? 2 : 1, to: starts.length + 1 };
    let found: YamlBlock | undefined;
    for (const [index, token] of tokens.entries()) {
      const member = this.#members(inside)?.get(token);
      if (member === undefined) break;
      const start = starts[member.from - 1] ?? 0;
      const end = starts[member.to - 1] ?? text.length;
      found = { start, end, depth: index + 1 };
      // What stands beside the key is no block mapping.
      if (!/: *(?:#.*)?$/.test(lineAt(this.#lines, member.from) ?? "")) break;
      inside = { from: member.from + 1, to: member.to };
    }
    return found;
  }

  #members(block: Lines): Members | undefined {
    if (this.#known.has(block.from)) return this.#known.get(block.from);
    const members = this.#read(block);
    this.#known.set(block.from, members);
    return members;
  }

  #read({ from, to }: Lines): Members | undefined {
    const { text, starts } = this.#lines;
    const keys: { readonly name: string; readonly line: number }[] = [];
    let indent: number | undefined;
    for (let line = from; line < to; line += 1) {
      const start = starts[line - 1] ?? 0;
      let at = start;
      while (text[at] === " ") at += 1;
      const first = text[at];
      if (first === undefined || first === "\n" || first === "#") continue;
      indent ??= at - start;
      if (at - start > indent) continue;
      if (at - start < indent) return undefined;
      // The items of a sequence may stand at the column of the key that it belongs to.
      if (keys.length > 0 && first === "-" && /[ \n]/.test(text[at + 1] ?? " ")) continue;
      const name = keyAt(text, at);
      if (name === undefined) return undefined;
      keys.push({ name, line });
    }
    const members = new Map<string, Lines>();
    for (const [index, { name, line }] of keys.entries()) {
      // Of several members with one name, the first is meant.
      if (!members.has(name)) members.set(name, { from: line, to: keys[index + 1]?.line ?? to });
    }
    return members;
  }
}

/** A key on one line, plain or in quotes, without anything in it that would mean something else. */
const key =
  /(?:([\w$./^](?:[\w$./^{}()~+=@?&*!%,;<>[\]-]|:(?=\S))*)|'([^'\n]*)'|"([^"\\\n]*)"):(?= |$)/my;

function keyAt(text: string, offset: number): string | undefined {
  key.lastIndex = offset;
  const [, plain, single, double] = key.exec(text) ?? [];
  const name = plain ?? single ?? double;
  // A line that starts like this may as well be the end of the document.
  return name === "<<" || name === "..." ? undefined : name;
}
