import { patternError } from "./compile.js";

/** A construct of other dialects of regular expressions. */
export interface Construct {
  /** Its name in a message: "ECMA-262 has no …". */
  readonly name: string;
  /** What to write instead in ECMA-262. */
  readonly instead: string;
}

/** A construct, with its text in an expression. */
interface ForeignText {
  readonly text: string;
  readonly construct: Construct;
}

/** Escapes that mean the same in every dialect that has them; the first two only outside of classes. */
export const sameEverywhere: Readonly<Record<string, string>> = {
  A: "^",
  z: "$",
  a: "\\x07",
  e: "\\x1b",
};

/** What to write instead of an escape of a letter or a digit. */
const insteadOf: Readonly<Record<string, string>> = {
  A: "`^` outside of the class",
  B: "`\\b` outside of the class",
  C: "`[^-.:_\\p{L}\\p{N}]`",
  E: "nothing in its place",
  G: "`^`",
  H: "`[^ \\t]`, or `[^0-9A-Fa-f]` if it means what it does in Ruby",
  I: "`[^:_\\p{L}]`",
  K: "a lookbehind, `(?<=…)`, around the part before it",
  N: "`.`, or the character itself for `\\N{…}`",
  R: "`(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])`",
  U: "the character itself, or `\\u{…}`",
  V: "`[^\\n-\\r\\x85\\u2028\\u2029]`",
  X: "`(?:\\P{M}\\p{M}*)`",
  Y: "`\\B`",
  Z: "`$`",
  c: "`[-.:_\\p{L}\\p{N}]`",
  g: "`\\1`, or `\\k<name>`",
  h: "`[ \\t]`, or `[0-9A-Fa-f]` if it means what it does in Ruby",
  i: "`[:_\\p{L}]`",
  k: "`\\k<name>` after a group `(?<name>…)`",
  m: "`\\b`",
  M: "`\\b`",
  o: "`\\x` and two hexadecimal digits",
  u: "`\\u` and four hexadecimal digits",
  x: "`\\x` and two hexadecimal digits",
  y: "`\\b`",
  z: "`$` outside of the class",
};

/**
 * Returns an escape that ECMA-262 does not have, or that has another meaning there.
 *
 * @param text - The escape, such as `\Z`.
 */
export function foreignEscape(text: string): Construct {
  const letter = text.charAt(1);
  if (/[0-9]/.test(letter)) {
    return { name: code(text), instead: "`\\x` and two hexadecimal digits for a character" };
  }
  const instead = insteadOf[letter] ?? `${code(letter)} for the letter`;
  return { name: code(text), instead };
}

/** Returns an edge of a word in Perl or GNU. In other dialects, `\\<` is the character. */
export function wordEdge(text: string): Construct {
  if (text.length > 2) return { name: code(text), instead: code(text.slice(0, 2)) };
  return {
    name: code(text),
    instead: `\`\\b\` for an edge of a word, ${code(text.charAt(1))} for the character`,
  };
}

/** Returns a quoted literal text. */
export function quoted(text: string): Construct {
  const escaped = text.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");
  return { name: "`\\Q…\\E`", instead: text === "" ? "nothing in its place" : code(escaped) };
}

/** Returns a back reference to a group that the expression does not have. */
export function missingGroup(group: number): Construct {
  return {
    name: `${code(`\\${group}`)} without its group`,
    instead: "the number of an existing group, or `\\x` and two hexadecimal digits for a character",
  };
}

/** The POSIX classes, as the inside of a class of ECMA-262. */
const posixClasses: Readonly<Record<string, string>> = {
  alnum: "A-Za-z0-9",
  alpha: "A-Za-z",
  ascii: "\\0-\\x7f",
  blank: " \\t",
  cntrl: "\\0-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\s",
  upper: "A-Z",
  word: "\\w",
  xdigit: "0-9A-Fa-f",
};

const posixClass = new RegExp(`\\[:(\\^?)(${Object.keys(posixClasses).join("|")}):\\]`, "y");

/** Returns the POSIX class at an offset, with or without the class around it, or undefined. */
export function posixClassAt(source: string, at: number): ForeignText | undefined {
  posixClass.lastIndex = at;
  const [text, negation = "", name = ""] = posixClass.exec(source) ?? [];
  if (text === undefined) return undefined;
  const unicode = { alpha: "`\\p{L}`", lower: "`\\p{Ll}`", upper: "`\\p{Lu}`" }[name];
  const inside = code(`[${negation}${posixClasses[name] ?? ""}]`);
  const instead = unicode === undefined || negation !== "" ? inside : `${inside}, or ${unicode}`;
  return { text, construct: { name: code(text), instead } };
}

/**
 * Returns a property of characters that ECMA-262 does not have.
 *
 * @param text - The whole text, such as `\p{IsGreek}`.
 * @param name - The text in the braces.
 */
export function foreignProperty(text: string, name: string): Construct {
  const letter = text.charAt(1);
  // .NET and XSD use `Is` for blocks, Java uses `In`.
  const bare = name.replace(/^\^/, "").replace(/^(?:Is|In)_?(?=[A-Z])/, "");
  const cased = bare.charAt(0).toUpperCase() + bare.slice(1).toLowerCase();
  const posix = Object.hasOwn(posixClasses, bare.toLowerCase())
    ? posixClasses[bare.toLowerCase()]
    : undefined;
  if (posix !== undefined) {
    const isNegated = (letter === "P") !== name.startsWith("^");
    return { name: code(text), instead: code(`[${isNegated ? "^" : ""}${posix}]`) };
  }
  const value = bare.slice(bare.indexOf("=") + 1);
  const meant = [`Script=${bare}`, `Script=${cased}`, bare, cased, `Script=${value}`].find(
    (property) => patternError(`\\p{${property}}`) === undefined,
  );
  if (meant !== undefined) {
    const negated = name.startsWith("^") ? (letter === "p" ? "P" : "p") : letter;
    return { name: code(text), instead: code(`\\${negated}{${meant}}`) };
  }
  return {
    name: code(text),
    instead:
      "a property that ECMA-262 has, such as `\\p{L}`, or a range such as `[\\u0000-\\u007f]`",
  };
}

/** The beginnings of groups that ECMA-262 does not have, and what to write instead. */
const groups: readonly (readonly [begins: RegExp, instead: string])[] = [
  [/\(\?>/y, "`(?:…)`"],
  [/\(\?#[^)]{0,1000}\)?/y, "nothing in its place"],
  [/\(\?\|/y, "`(?:…)`"],
  [/\(\?\(/y, "the cases as alternatives, `(?:…|…)`"],
  [/\(\?(?:R|&|P>|[+-]?\d)[^)]{0,100}\)/y, "the expression itself as often as it may be nested"],
  [/\(\?~/y, "a lookahead, `(?!…)`"],
  [/\(\?\??\{/y, "what the code does"],
  [/\(\?C\d*\)/y, "nothing in its place"],
  [/\(\?(?:<\w{0,100}-\w{0,100}>|\'\w{0,100}-\w{0,100}\')/y, "a plain group, `(…)`"],
  [/\(\*[A-Z][A-Z_0-9]*/y, "the expression without it"],
];

/** The inline flags of other dialects. ECMA-262 has some of them since 2025, but not all engines do. */
const inlineFlags = /\(\?\^?[A-Za-z]{0,20}-?[A-Za-z]{0,20}[:)]/y;

const flagsInstead: Readonly<Record<string, string>> = {
  i: "both cases, as in `[Aa]`",
  m: "`(?:^|\\n)` and `(?:\\n|$)` around lines",
  s: "`[^]` instead of `.`",
  x: "the expression without blanks and comments",
};

/** Returns the beginning of a group that ECMA-262 does not have, or undefined. */
export function foreignGroup(source: string, at: number): ForeignText | undefined {
  for (const [begins, instead] of groups) {
    const text = matchAt(begins, source, at);
    if (text !== undefined) return { text, construct: { name: code(text), instead } };
  }
  const text = matchAt(inlineFlags, source, at);
  if (text === undefined || text === "(?:" || text === "(?)") return undefined;
  const instead = Object.entries(flagsInstead).flatMap(([flag, each]) =>
    text.includes(flag) ? [each] : [],
  );
  const written = instead.length === 0 ? "the expression without it" : instead.join(", ");
  return { text, construct: { name: code(text), instead: written } };
}

/** Returns the text that a sticky expression matches at an offset, or undefined. */
export function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** Combinations of character sets in other dialects. */
export const intersection: Construct = {
  name: "`&&` in a class",
  instead: "one class, or a lookahead before it, as in `(?=[a-z])[^aeiou]`",
};

export const subtraction: Construct = {
  name: "subtraction in a class",
  instead: "one class, or a lookahead before it, as in `(?![aeiou])[a-z]`",
};

export const nestedClass: Construct = {
  name: "class in a class",
  instead: "one class, or `\\[` and `\\]` for the characters",
};

export const bracketFirst: Construct = {
  name: "`]` as the first character of a class",
  instead: "`\\]`",
};

export function possessive(text: string): Construct {
  return { name: `possessive ${code(text)}`, instead: code(text.slice(0, -1)) };
}

/** Returns a quantifier that ECMA-262 does not have, such as `{,3}`. */
export function foreignQuantifier(text: string): Construct {
  const [least = "", most] = text
    .slice(1, -1)
    .split(",")
    .map((each) => each.trim());
  const from = least === "" ? "0" : least;
  return { name: code(text), instead: code(`{${from}${most === undefined ? "" : `,${most}`}}`) };
}

/** Matches the beginning of a regular expression or string literal of other languages. */
const beginOfLiteral = /^(?:[@$BRUbru]{0,2}["'`]|(?:m|qr|%r)?[/#~@%!{<])/;

/**
 * Returns the delimiters around an expression, as in `/^a$/i`. Undefined if there are none, or a matching text
 * could have them: no text matches before `^` or after `$`.
 */
export function delimitersOf(source: string): Construct | undefined {
  const [begin] = beginOfLiteral.exec(source) ?? [];
  if (begin === undefined) return undefined;
  const delimiter = begin.slice(-1);
  const closing = { "{": "}", "<": ">" }[delimiter] ?? delimiter;
  const end = source.lastIndexOf(closing);
  if (end < begin.length) return undefined;
  const inside = source.slice(begin.length, end);
  const flags = source.slice(end + 1);
  if (!/^\^|[^\\]\$$/.test(inside) || !/^[A-Za-z]*$/.test(flags)) return undefined;
  const cases = flags.includes("i") ? ", and both cases for the flag `i`, as in `[Aa]`" : "";
  return {
    name: code(`${begin}…${closing}${flags}`),
    instead: `only the part between${cases}`,
  };
}

function code(text: string): string {
  return `\`${text}\``;
}
