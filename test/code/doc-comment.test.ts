import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { printDocs } from "../../generator/code/doc-comment.js";
import type { DocTag } from "../../generator/code/nodes.js";

const long = "word ".repeat(30).trim();
const line = "word ".repeat(15).trim();

describe("a doc comment", () => {
  const table: readonly (readonly [
    text: string,
    tags: readonly DocTag[],
    lines: readonly string[],
  ])[] = [
    ["", [], []],
    [" \n ", [], []],
    ["A pet.", [], ["/** A pet. */"]],
    [" A\npet. ", [], ["/** A pet. */"]],
    ["A pet.\n\nIt is kept.", [], ["/**", " * A pet.", " *", " * It is kept.", " */"]],
    [long, [], ["/**", ` * ${line}`, ` * ${line}`, " */"]],
    ["", [{ name: "internal", text: "" }], ["/** @internal */"]],
    ["", [{ name: "default", text: "1" }], ["/** @default 1 */"]],
    [
      "A pet.",
      [{ name: "default", text: "1" }],
      ["/**", " * A pet.", " *", " * @default 1", " */"],
    ],
    [
      "",
      [
        { name: "minimum", text: "1" },
        { name: "maximum", text: "2\n3" },
      ],
      ["/**", " * @minimum 1", " * @maximum 2 3", " */"],
    ],
    ["", [{ name: "example", text: "f();" }], ["/** @example f(); */"]],
    [
      "",
      [{ name: "example", text: "if (a) {\n  f();\n\n}" }],
      ["/**", " * @example", " * if (a) {", " *   f();", " *", " * }", " */"],
    ],
    // A tag is never wrapped, since its value is read by machines.
    ["", [{ name: "pattern", text: long }], [`/** @pattern ${long} */`]],

    ["*/ f(); /*", [], ["/** *\\/ f(); /* */"]],
    ["*\ufe0f/", [], ["/** *\\/ */"]],
    ["a\u200bb\u202ec", [], ["/** aU+200BbU+202Ec */"]],
    ["a\r\n\r\nb\u2028\u2028c", [], ["/**", " * a", " *", " * b", " *", " * c", " */"]],
    ["@deprecated", [], ["/** \\@deprecated */"]],
    ["a @b c@d `@e` {@link F}", [], ["/** a \\@b c@d `@e` {@link F} */"]],
    // TypeScript reads tags in code, too, and one without a name at the start of a line.
    ["`a @b`", [], ["/** `a \\@b` */"]],
    ["a @ b", [], ["/** a \\@ b */"]],
    ["", [{ name: "default", text: "*/ @b" }], ["/** @default *\\/ \\@b */"]],
    [
      "",
      [{ name: "example", text: "a\n@b */" }],
      ["/**", " * @example", " * a", " * \\@b *\\/", " */"],
    ],
  ];

  it.each(table)("of %j with tags %j", (text, tags, lines) => {
    expect(printDocs({ text, tags }, "")).toBe(lines.map((one) => `${one}\n`).join(""));
    // In an interface, there is an indentation before each line, and less room.
    if (text !== long) {
      expect(printDocs({ text, tags }, "  ")).toBe(lines.map((one) => `  ${one}\n`).join(""));
    }
  });

  it("is none where nothing is to be said", () => {
    expect(printDocs(undefined, "  ")).toBe("");
  });

  it.each(["", "  ", "        "])("is 80 columns wide behind %j", (indentation) => {
    const text = "a ".repeat(300);
    const lines = printDocs({ text, tags: [] }, indentation).trimEnd().split("\n");
    const widths = lines.slice(1, -2).map((one) => one.length);
    expect(new Set(widths).size).toBe(1);
    expect(widths[0]).toBeGreaterThan(78);
    expect(widths[0]).toBeLessThanOrEqual(80);
  });

  const parts = [
    "@a",
    " @b",
    " @",
    "`",
    "```",
    "{@link ",
    "}",
    "[",
    "](",
    ")",
    "*/",
    "/*",
    "*",
    "/",
    "- ",
    "|",
  ];
  const hostile = fc
    .array(
      fc.oneof(fc.constantFrom(...parts, " ", "\n", "\r", "\u2028", "\ufe0f"), fc.constant(line)),
      {
        maxLength: 12,
      },
    )
    .map((texts) => texts.join(""));

  it("ends where it is meant to, and has the tags that it is meant to have", () => {
    fc.assert(
      fc.property(hostile, hostile, (text, tag) => {
        const docs = { text, tags: [{ name: "default", text: tag }] };
        const code = `${printDocs(docs, "")}const after = 1;`;
        const file = ts.createSourceFile("a.ts", code, ts.ScriptTarget.ES2022, true);
        const [statement, ...more] = file.statements;
        expect(more, code).toEqual([]);
        expect(statement?.getText(), code).toBe("const after = 1;");
        const tags = statement === undefined ? [] : ts.getJSDocTags(statement);
        expect(
          tags.map(({ tagName }) => tagName.text),
          code,
        ).toEqual(["default"]);
      }),
      { numRuns: 3000, seed: 20260105 },
    );
  });
});
