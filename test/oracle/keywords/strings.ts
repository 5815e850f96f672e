import type { Row } from "./row.js";

const note = "\u{1d11e}";
const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";

/** `minLength`, `maxLength` and `pattern`; `format` only describes. */
export const stringRows: readonly Row[] = [
  {
    name: "MinLength",
    about: "counts code points, not code units, and passes what is not a string",
    schema: { minLength: 2 },
    valid: ["ab", note + note, `a${note}`, family, 1, null, [], {}],
    invalid: ["", "a", note, "\ud834"],
  },
  {
    name: "MaxLength",
    about: "counts code points, not code units",
    schema: { type: "string", maxLength: 2 },
    valid: ["", "ab", note + note, "\ud834a", "\udd1e\ud834"],
    invalid: ["abc", note + note + note, `ab${note}`, "\ud834\ud834\ud834", family, 2],
  },
  {
    name: "ExactLength",
    about: "takes strings of one length",
    schema: { type: ["string", "null"], minLength: 3, maxLength: 3 },
    valid: ["abc", note.repeat(3), `a${note}\ud834`, null],
    invalid: ["ab", "abcd", note.repeat(2), note.repeat(4), `${note}a`],
  },
  {
    name: "MinLengthOne",
    about: "takes any string that is not empty",
    schema: { type: "string", minLength: 1 },
    valid: ["a", note, " ", "\ud834"],
    invalid: ["", null],
  },
  {
    name: "NoLength",
    about: "takes the empty string only",
    schema: { type: "string", maxLength: 0, minLength: 0 },
    valid: [""],
    invalid: ["a", note, " "],
  },
  {
    name: "LoneSurrogates",
    about: "counts half of a pair as one",
    schema: { type: "string", minLength: 2, maxLength: 2 },
    valid: ["\ud834\ud834", "\udd1e\udd1e", "\udd1e\ud834", `${note}\ud834`, `\ud834${note}`],
    invalid: [note, "\ud834", "\ud834\udd1e", `\ud834${note}\udd1e`],
  },
  {
    name: "Pattern",
    about: "takes what the expression matches anywhere",
    schema: { pattern: "b+" },
    valid: ["abc", "b", 1, null],
    invalid: ["", "ac", "B"],
  },
  {
    name: "AnchoredPattern",
    about: "takes what the expression matches from start to end",
    schema: { type: "string", pattern: "^[a-z]{2}-[0-9]+$" },
    valid: ["ab-1", "zz-2026"],
    invalid: ["ab-", "abc-1", "ab-1\n", "Ab-1", "ab-\u0661"],
  },
  {
    name: "PatternOfCodePoints",
    about: "matches code points, not code units",
    schema: { type: "string", pattern: "^.$" },
    valid: ["a", note, "\ud834"],
    invalid: ["", "ab", note + note, "\n"],
  },
  {
    name: "PatternWithAstralClass",
    about: "takes ranges and classes beyond the basic plane",
    schema: { type: "string", pattern: "^[\u{1f600}-\u{1f64f}]+$" },
    valid: ["\u{1f600}", "\u{1f64f}\u{1f610}"],
    invalid: ["", "\ud83d", "\u{1f650}", "a"],
  },
  {
    name: "PatternWithProperties",
    about: "takes letters of every script",
    schema: { type: "string", pattern: "^\\p{Letter}+$" },
    valid: ["abc", "\u00e9", "\u03bb\u0436\u4e2d", "\u{10400}"],
    invalid: ["", "a1", "a b", note],
  },
  {
    name: "PatternWithSlashes",
    about: "takes slashes, quotes, backslashes and line breaks in the expression",
    schema: { type: "string", pattern: "^/v1/[\\w\"'`\\\\]+\n\u2028$" },
    valid: ["/v1/a\n\u2028", "/v1/\"'`\\\n\u2028"],
    invalid: ["/v1/a", "/v1/\n\u2028", "v1/a\n\u2028"],
  },
  {
    name: "EmptyPattern",
    about: "takes every string",
    schema: { type: "string", pattern: "" },
    valid: ["", "a"],
    invalid: [1],
  },
  {
    name: "PatternAndLengths",
    about: "needs the expression and both lengths",
    schema: { type: "string", pattern: "^a*b*$", minLength: 2, maxLength: 4 },
    valid: ["ab", "aaaa", "bbb"],
    invalid: ["a", "aaabb", "ba", "cc"],
  },
  {
    name: "TwoPatterns",
    about: "needs both expressions",
    schema: { type: "string", allOf: [{ pattern: "[0-9]" }, { pattern: "[a-z]" }] },
    valid: ["a1", "0-z"],
    invalid: ["a", "1", "A1"],
  },
  {
    name: "Format",
    about: "takes every string, whatever the format",
    schema: { type: "string", format: "date-time" },
    valid: ["2026-01-05T10:00:00Z", "yesterday", ""],
    invalid: [0, null],
  },
  {
    name: "StringUnlessNumber",
    about: "checks the length of strings and the bounds of numbers",
    schema: { type: ["string", "number"], minLength: 2, maximum: 10 },
    valid: ["ab", 10, -1],
    invalid: ["a", 11, true, null],
  },
];
