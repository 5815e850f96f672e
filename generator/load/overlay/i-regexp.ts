import { TooCostlyError, type Spend } from "./limits.js";

/** A state of the machine: it consumes one character, or none. */
type State =
  | { readonly kind: "character"; readonly matches: RegExp; next: number }
  | { readonly kind: "start" | "end"; next: number }
  | { readonly kind: "split"; next: number; other: number }
  | { readonly kind: "done" };

/** A regular expression as a state machine, which matches in linear time. */
export interface IRegexp {
  readonly states: readonly State[];
  readonly start: number;
}

/** The accepting state. */
const done = 0;

/** The most states of a regular expression, with its repetitions expanded. */
const maxStates = 5_000;

/**
 * Compiles a regular expression. Like the engines of other tools, it takes `^` and `$` for the start
 * and the end of the text.
 *
 * @returns The expression, or undefined if the pattern is invalid.
 * @throws {TooCostlyError} If the expression is too large.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9485 | RFC 9485, I-Regexp}
 */
export function compileIRegexp(pattern: string): IRegexp | undefined {
  try {
    return new Compiler(pattern).compile();
  } catch (error) {
    // A class that JavaScript does not support, such as an unknown category.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Returns whether a text matches.
 *
 * @param isWhole Whether the whole text has to match, instead of any part.
 * @param spend Is called with the number of steps.
 */
export function matches(
  { states, start }: IRegexp,
  text: string,
  isWhole: boolean,
  spend: Spend,
): boolean {
  const characters = Array.from(text);
  let current = new Set<number>();
  for (let position = 0; position <= characters.length; position += 1) {
    if (position === 0 || !isWhole) enter(start, position, current);
    if (!isWhole && current.has(done)) return true;
    spend(current.size + 1);
    const next = new Set<number>();
    const character = characters[position];
    for (const id of character === undefined ? [] : current) {
      const state = states[id];
      if (state?.kind === "character" && state.matches.test(character ?? "")) {
        enter(state.next, position + 1, next);
      }
    }
    if (character === undefined) break;
    current = next;
  }
  return current.has(done);

  /** Adds a state, and those that are reachable from it without a character. */
  function enter(first: number, position: number, reached: Set<number>): void {
    const waiting = [first];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const state = states[id];
      if (state === undefined || reached.has(id)) continue;
      reached.add(id);
      if (state.kind === "split") waiting.push(state.next, state.other);
      const isThere = state.kind === "start" ? position === 0 : position === characters.length;
      if ((state.kind === "start" || state.kind === "end") && isThere) waiting.push(state.next);
    }
  }
}

/** A part of a pattern. */
type Node =
  | { readonly kind: "character"; readonly matches: RegExp }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Node[] }
  | { readonly kind: "repeat"; readonly part: Node; readonly min: number; readonly max: number };

class Compiler {
  readonly #pattern: string;
  readonly #states: State[] = [{ kind: "done" }];
  #at = 0;
  #parts = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  compile(): IRegexp {
    const node = this.#choice();
    if (this.#at < this.#pattern.length) throw new SyntaxError("unexpected character");
    return { start: this.#add(node, done), states: this.#states };
  }

  #choice(): Node {
    const parts = [this.#sequence()];
    while (this.#take(/\|/y) !== undefined) parts.push(this.#sequence());
    return { kind: "choice", parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern.charAt(this.#at))) {
      parts.push(this.#repeated(this.#atom()));
    }
    return { kind: "sequence", parts };
  }

  #repeated(part: Node): Node {
    const found = this.#take(/[*+?]|\{\d{1,9}(?:,\d{0,9})?\}/y);
    switch (found) {
      case undefined:
        return part;
      case "*":
        return { kind: "repeat", part, min: 0, max: Infinity };
      case "+":
        return { kind: "repeat", part, min: 1, max: Infinity };
      case "?":
        return { kind: "repeat", part, min: 0, max: 1 };
      default: {
        const [least = "", most = least] = found.slice(1, -1).split(",");
        const [min, max] = [Number(least), most === "" ? Infinity : Number(most)];
        if (min > max) throw new SyntaxError("numbers out of order");
        return { kind: "repeat", part, min, max };
      }
    }
  }

  #atom(): Node {
    if (this.#take(/\(/y) !== undefined) {
      const inner = this.#choice();
      if (this.#take(/\)/y) === undefined) throw new SyntaxError("missing parenthesis");
      return inner;
    }
    if (this.#take(/\^/y) !== undefined) return { kind: "start" };
    if (this.#take(/\$/y) !== undefined) return { kind: "end" };
    if (this.#take(/\./y) !== undefined) return character("[^\\n\\r]");
    if (this.#take(/\\-/y) !== undefined) return character("-");
    const found = this.#take(atom);
    if (found === undefined) throw new SyntaxError("unexpected character");
    return character(found);
  }

  /** Consumes the next match of an expression. */
  #take(expression: RegExp): string | undefined {
    const sticky = new RegExp(expression.source, "uy");
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#pattern)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** Adds the states of a part, and returns the first of them. */
  #add(node: Node, next: number): number {
    // Parts without states count too: they may be repeated.
    this.#parts += 1;
    if (this.#parts > 4 * maxStates) throw new TooCostlyError();
    switch (node.kind) {
      case "character":
        return this.#push({ kind: "character", matches: node.matches, next });
      case "start":
      case "end":
        return this.#push({ kind: node.kind, next });
      case "sequence":
        return node.parts.reduceRight((after, part) => this.#add(part, after), next);
      case "choice":
        return node.parts
          .map((part) => this.#add(part, next))
          .reduceRight((other, first) => this.#push({ kind: "split", next: first, other }));
      case "repeat":
        return this.#addRepeat(node, next);
    }
  }

  #addRepeat({ part, min, max }: Node & { kind: "repeat" }, next: number): number {
    let first = next;
    if (max === Infinity) {
      const loop: State = { kind: "split", next, other: next };
      first = this.#push(loop);
      loop.other = this.#add(part, first);
    }
    for (let times = min; times < max && max !== Infinity; times += 1) {
      first = this.#push({ kind: "split", next, other: this.#add(part, first) });
    }
    for (let times = 0; times < min; times += 1) first = this.#add(part, first);
    return first;
  }

  #push(state: State): number {
    if (this.#states.length > maxStates) throw new TooCostlyError();
    return this.#states.push(state) - 1;
  }
}

/** One character, a class of them, or an escape, as in RFC 9485. */
const atom =
  /[^()*+.?[\\\]{|}]|\\(?:[()*+.?[\\\]^{|}nrt$]|[pP]\{[A-Za-z]{1,2}\})|\[\^?(?:[^[\\\]]|\\(?:[()*+\-.?[\\\]^{|}nrt]|[pP]\{[A-Za-z]{1,2}\}))+\]/y;

function character(source: string): Node {
  return { kind: "character", matches: new RegExp(`^${source}$`, "u") };
}
