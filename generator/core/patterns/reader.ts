import { patternError } from "./compile.js";
import {
  bracketFirst,
  delimitersOf,
  foreignEscape,
  foreignGroup,
  foreignProperty,
  foreignQuantifier,
  intersection,
  matchAt,
  missingGroup,
  nestedClass,
  possessive,
  posixClassAt,
  quoted,
  sameEverywhere,
  subtraction,
  wordEdge,
  type Construct,
} from "./constructs.js";

/** The foreign constructs of a regular expression, and its rewritten form. */
interface Read {
  readonly foreign: readonly Construct[];
  /** The same expression for Unicode matching; only valid without foreign constructs. */
  readonly rewritten: string;
}

/** The most foreign constructs that are reported: a reader of the message rewrites the whole expression. */
const mostNamed = 10;

/** Reads a regular expression token by token. Valid syntax of ECMA-262 is never foreign. */
export class PatternReader {
  readonly #source: string;
  readonly #foreign = new Map<string, Construct>();
  /** The numbers of back references. */
  readonly #references = new Set<number>();
  #groups = 0;
  #at = 0;
  #rewritten = "";
  /** The construct that explains an unmatched closing bracket. */
  #unclosed: Construct | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Read {
    const delimiters = delimitersOf(this.#source);
    if (delimiters !== undefined) this.#report(delimiters);
    while (this.#at < this.#source.length && this.#foreign.size < mostNamed) this.#token();
    for (const group of this.#references) {
      if (group > this.#groups) this.#report(missingGroup(group));
    }
    return { foreign: [...this.#foreign.values()], rewritten: this.#rewritten };
  }

  #token(): void {
    const [character = ""] = this.#take(/[^]/uy) ?? [];
    switch (character) {
      case "\\":
        this.#at -= 1;
        if (!this.#assertion()) this.#escape(false);
        return;
      case "[":
        this.#at -= 1;
        this.#class();
        return;
      case "(":
        this.#at -= 1;
        this.#group();
        return;
      case "]":
        if (this.#unclosed !== undefined) this.#report(this.#unclosed);
        this.#rewritten += "\\]";
        return;
      case "}":
        this.#rewritten += "\\}";
        return;
      case "*":
      case "+":
      case "?":
      case "{":
        this.#at -= 1;
        this.#quantifier();
        return;
      default:
        this.#rewritten += character;
    }
  }

  #quantifier(): void {
    const [quantifier] = this.#take(/[*+?]|\{\d+(?:,\d*)?\}/y) ?? [];
    if (quantifier !== undefined) {
      if (this.#take(/\+/y) !== undefined) this.#report(possessive(`${quantifier}+`));
      const [lazy = ""] = this.#take(/\?/y) ?? [];
      this.#rewritten += quantifier + lazy;
      return;
    }
    const [foreign] = this.#take(/\{\s*(?:\d+\s*(?:,\s*\d*\s*)?|,\s*\d*\s*)\}/y) ?? [];
    if (foreign !== undefined) {
      this.#report(foreignQuantifier(foreign));
      return;
    }
    this.#at += 1;
    this.#rewritten += "\\{";
  }

  #group(): void {
    // The syntax of names in Python, .NET and others.
    const [named, inAngles, inQuotes] =
      this.#take(/\(\?(?:P?<([^>=!\-\d][^>-]{0,100})>|'([^'\-\d][^'-]{0,100})')/y) ?? [];
    if (named !== undefined) {
      this.#groups += 1;
      this.#rewritten += `(?<${inAngles ?? inQuotes ?? ""}>`;
      return;
    }
    const [reference, name = ""] = this.#take(/\(\?P=([^)]{0,100})\)/y) ?? [];
    if (reference !== undefined) {
      this.#rewritten += `\\k<${name}>`;
      return;
    }
    const foreign = foreignGroup(this.#source, this.#at);
    if (foreign !== undefined) {
      this.#at += foreign.text.length;
      this.#report(foreign.construct);
      return;
    }
    const [plain = "("] = this.#take(/\((?:\?(?:[:=!]|<[=!]))?/y) ?? [];
    if (plain === "(") this.#groups += 1;
    this.#rewritten += plain;
  }

  /** Reads an escape that is only valid outside of classes. */
  #assertion(): boolean {
    const [edge] = this.#take(/\\[<>]|\\[bB]\{[^}]{0,100}\}/y) ?? [];
    if (edge !== undefined) {
      this.#report(wordEdge(edge));
      return true;
    }
    const [, anchor] = this.#take(/\\([Az])/y) ?? [];
    if (anchor !== undefined) {
      this.#rewritten += sameEverywhere[anchor] ?? "";
      return true;
    }
    const [text, digits] = this.#take(/\\(?:k<[^>]{0,100}>|([1-9]\d*)|B)/y) ?? [];
    if (digits !== undefined) this.#references.add(Number(digits));
    this.#rewritten += text ?? "";
    return text !== undefined;
  }

  /**
   * Reads an escape that is also valid in a class.
   *
   * @returns Whether it is one character, which can begin or end a range.
   */
  #escape(isInClass: boolean): boolean {
    const [plain] =
      this.#take(
        /\\(?:[bdDwWsStnvfr^$\\.*+?()[\]{}|/]|0(?!\d)|c[A-Za-z]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]+\})/y,
      ) ?? [];
    if (plain !== undefined) {
      this.#rewritten += plain;
      return !/^\\[dDwWsS]/.test(plain);
    }
    if (this.#property()) return false;
    const [braced, digits = ""] = this.#take(/\\x\{([\dA-Fa-f]+)\}/y) ?? [];
    if (braced !== undefined) {
      this.#rewritten += `\\u{${digits}}`;
      return true;
    }
    const [, letter] = this.#take(/\\([ae])/y) ?? [];
    if (letter !== undefined) {
      this.#rewritten += sameEverywhere[letter] ?? "";
      return true;
    }
    const [, character] = this.#take(/\\([^A-Za-z\d])/uy) ?? [];
    if (character !== undefined) {
      this.#rewritten += isInClass && character === "-" ? "\\-" : character;
      return true;
    }
    const [quote, inside = ""] = this.#take(/\\Q([^]*?)(?:\\E|$)/y) ?? [];
    if (quote !== undefined) {
      this.#report(quoted(inside));
      return true;
    }
    const [foreign] =
      this.#take(
        /\\(?:\d+|[gkxoN](?:\{[^}]{0,100}\}|<[^>]{0,100}>|'[^']{0,100}'|-?\d+)|[A-Za-z])/y,
      ) ?? [];
    if (foreign !== undefined) this.#report(foreignEscape(foreign));
    else this.#rewritten += this.#take(/\\/y)?.[0] ?? "";
    return true;
  }

  /** Reads a property of characters. */
  #property(): boolean {
    const [text, letter, braced, category] =
      this.#take(/\\([pP])(?:\{([^}]{0,100})\}|([CLMNPSZ])(?![A-Za-z]))?/y) ?? [];
    if (text === undefined) return false;
    if (category !== undefined) this.#rewritten += `\\${letter}{${category}}`;
    else if (patternError(text) === undefined) this.#rewritten += text;
    else this.#report(foreignProperty(text, braced ?? ""));
    return true;
  }

  #class(): void {
    if (this.#posixClass()) return;
    const [begin = "[", empty] = this.#take(/\[\^?(\])?/y) ?? [];
    this.#rewritten += begin;
    if (empty !== undefined) {
      // In ECMA-262, the class is empty; elsewhere, it contains the bracket.
      this.#unclosed = bracketFirst;
      return;
    }
    for (let isFirst = true; this.#at < this.#source.length; isFirst = false) {
      if (this.#take(/\]/y) !== undefined) {
        this.#rewritten += "]";
        return;
      }
      if (!isFirst && matchAt(/&&(?!\])/y, this.#source, this.#at) !== undefined) {
        this.#report(intersection);
      }
      this.#members();
    }
  }

  /** Reads a character or a set in a class, or a range of characters. */
  #members(): void {
    if (this.#posixClass()) return;
    const isCharacter = this.#member();
    if (matchAt(/-(?!\])/y, this.#source, this.#at) === undefined) return;
    if (!isCharacter && matchAt(/--/y, this.#source, this.#at) !== undefined) {
      this.#report(subtraction);
    }
    const before = this.#rewritten;
    this.#at += 1;
    this.#rewritten = "";
    const isRange = this.#posixClass() ? false : this.#member();
    const after = this.#rewritten;
    this.#rewritten = before + (isCharacter && isRange ? "-" : "\\-") + after;
  }

  /** @returns Whether it is one character. */
  #member(): boolean {
    const [character = ""] = this.#take(/[^]/uy) ?? [];
    if (character === "\\") {
      this.#at -= 1;
      return this.#escape(true);
    }
    if (character === "[") {
      this.#unclosed = inClassAfter(this.#source.slice(this.#at - 3, this.#at - 1));
    }
    this.#rewritten += character === "-" ? "\\-" : character;
    return true;
  }

  /** Reads a POSIX class, which ECMA-262 reads as the characters of its name. */
  #posixClass(): boolean {
    const found = posixClassAt(this.#source, this.#at);
    if (found === undefined) return false;
    this.#at += found.text.length;
    this.#report(found.construct);
    return true;
  }

  #report(construct: Construct): void {
    this.#foreign.set(construct.name, construct);
  }

  #take(token: RegExp): RegExpExecArray | undefined {
    token.lastIndex = this.#at;
    const found = token.exec(this.#source) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}

/** Returns the construct for a class inside another one, by the two characters before it. */
function inClassAfter(before: string): Construct {
  if (before.endsWith("-")) return subtraction;
  return before.endsWith("&&") ? intersection : nestedClass;
}
