import fc from "fast-check";
import { stringify } from "yaml";

/** Texts that YAML writes in special ways, or that look like something else. */
const words = [
  ...[
    "a",
    "b c",
    "200",
    "1.0",
    "null",
    "~",
    "true",
    "x-y",
    "$ref",
    "#/a/b",
    "no: text",
    "it's",
    "#no",
  ],
  ...[
    "a#b",
    "http://x.y/z?a=b",
    "one\ntwo",
    "  before",
    "after  ",
    "a\n\nb\n",
    "\n\na",
    "- a",
    "[x",
    "{y}",
  ],
  ...['"q"', "", "é ü", "1e3", "-", "?", ":", "a:", "0o7", "<<", "&a", "*a", "!t", "a\n  b\n c\n"],
  ...["many words ".repeat(12), "__proto__", "%x", "---", "..."],
];

/** What changes the meaning of a text, or breaks it. */
const pieces = [
  ...Array.from(" \n:-#'\"|>[]{},&*!?%@`~0a.1\\"),
  ...[
    "\n\n",
    "\n  ",
    ": ",
    "- ",
    " #",
    "''",
    "|-\n",
    ">\n",
    "|+\n",
    "[a, b]",
    "{a: b}",
    "null",
    "1.0",
  ],
  ...[
    "- - ",
    "a:\n",
    "\n- ",
    "\n# c\n",
    "é",
    "\u2028",
    "\u0085",
    "\t",
    "\r\n",
    "\\n",
    "\\\n",
    "x: y",
  ],
  ...[", ", "? ", "<<: ", "&a ", "*a", "!!str ", "---\n", "\n...\n", "\ufeff"],
];

const word = fc.constantFrom(...words);

const { value } = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(word, fc.constantFrom<unknown>(1, 0.5, -2, 1e30, true, false, null)),
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(word, tie("value"), { maxKeys: 5 }),
  ),
}));

const style = fc.record({
  indent: fc.constantFrom(1, 2, 4),
  lineWidth: fc.constantFrom(0, 20, 80),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom("any" as const, "any" as const, "flow" as const),
  defaultStringType: fc.constantFrom(
    "PLAIN" as const,
    "QUOTE_SINGLE" as const,
    "QUOTE_DOUBLE" as const,
    "BLOCK_LITERAL" as const,
    "BLOCK_FOLDED" as const,
  ),
});

/** YAML texts in all styles. */
const yamlText: fc.Arbitrary<string> = fc
  .tuple(value, style)
  .map(([data, options]) => stringify(data, options));

/** The same with some slips of the pen, most of which leave it YAML that means something else. */
export const spoiltYamlText: fc.Arbitrary<string> = fc
  .tuple(
    yamlText,
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom("", ...pieces)), { maxLength: 3 }),
  )
  .map(([text, slips]) =>
    slips.reduce((spoilt, [where, left, piece]) => {
      const at = where % (spoilt.length + 1);
      return spoilt.slice(0, at) + piece + spoilt.slice(at + left);
    }, text),
  );

const line = fc
  .tuple(
    fc.nat(7),
    fc.constantFrom(
      ...["", "", "", "# c", "x", "x # c", "a: 1", "- x", "-", "b: |", "c: >-", "- |+", "|", "d:"],
      ...["- e: |", "f: - x", "'q'", "[a,", "b]", "- '", "x'", '"q', 'q"', "k: 'x", 'k: "x\\'],
    ),
  )
  .map(([indent, content]) => " ".repeat(indent) + content);

const firstLine = fc.constantFrom(
  ...[
    "a: |",
    "a:\n  b: |",
    "- |",
    "a:\n- >-",
    "- - |-",
    "a: 1",
    "a: x",
    "a: 'x",
    'a: "x',
    "a: [x",
    "a: {",
  ],
);

/** A few lines with any indentation. */
export const indentedYamlText: fc.Arbitrary<string> = fc
  .tuple(firstLine, fc.array(line, { maxLength: 7 }))
  .map(([first, lines]) => [first, ...lines, ""].join("\n"));
