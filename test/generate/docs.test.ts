import { describe, expect, it } from "vitest";
import { readDocument } from "../validate/read-document.js";
import { declared } from "./declared.js";
import { documentOf, generateSchemas } from "./package.js";

/** The module of the component schema `A`, as it is printed. */
async function printed(schemas: object): Promise<string> {
  return declared(await readDocument(documentOf(schemas)), "A");
}

/** The lines of the doc comment of a schema, without its marks. */
async function docsOf(schema: object): Promise<readonly string[]> {
  const text = await printed({ A: schema });
  const comment = /\/\*\*([\s\S]*?)\*\/\nexport (?:type|interface) A\b/.exec(text)?.[1];
  return (comment ?? "")
    .split("\n")
    .map((line) => line.replace(/^ ?\* ?/, "").trimEnd())
    .join("\n")
    .trim()
    .split("\n");
}

function describedAs(description: string): Promise<readonly string[]> {
  return docsOf({ type: "string", description });
}

const words = "word ".repeat(40).trim();

describe("a description", () => {
  it("stands on one line where it fits", async () => {
    const text = await printed({
      A: { type: "object", properties: { b: { description: "Short.", type: "string" } } },
    });
    expect(text).toContain("\n  /** Short. */\n  b?: string;\n");
  });

  it("is wrapped so that no line of the file is longer than 80 columns", async () => {
    const schema = {
      description: words,
      properties: { a: { description: words, properties: { b: { description: words } } } },
    };
    const text = await printed({ A: schema });
    const lines = text.split("\n").filter((line) => /\bword\b/.test(line));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    // Two words fewer than fit would be a line that is broken too early.
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(75);
  });

  it.each([
    ["joins the lines of a paragraph", "one\ntwo\nthree", ["one two three"]],
    ["keeps paragraphs apart", "one\n\ntwo", ["one", "", "two"]],
    ["keeps a list", "List:\n- one\n- two", ["List:", "- one", "- two"]],
    ["keeps a numbered list", "1. one\n2. two", ["1. one", "2. two"]],
    ["keeps a heading", "# Title\ntext", ["# Title", "text"]],
    ["keeps a table", "| a | b |\n| - | - |\n| 1 | 2 |", ["| a | b |", "| - | - |", "| 1 | 2 |"]],
    ["keeps a code block", "```\na   b\n  c\n```", ["```", "a   b", "  c", "```"]],
    ["keeps a hard line break", "one  \ntwo", ["one\\", "two"]],
    ["keeps a backslash that breaks a line", "one\\\ntwo", ["one\\", "two"]],
    ["keeps a command of several lines", "curl \\\n  --url x", ["curl \\", "--url x"]],
    ["keeps a backslash that is one", "one \\\\\ntwo", ["one \\\\ two"]],
    ["breaks nothing at the end of a paragraph", "one  \n\ntwo  ", ["one", "", "two"]],
    ["keeps a table without pipes around it", "a | b\n--|--\n1 | 2", ["a | b", "--|--", "1 | 2"]],
    ["keeps a heading that is underlined", "Title\n====\ntext", ["Title", "====", "text"]],
    ["keeps a rule", "one\n\n* * *\ntwo", ["one", "", "* * *", "two"]],
    ["keeps the definitions of links", "[a]: b\n[c]: d", ["[a]: b", "[c]: d"]],
    [
      "keeps the paragraphs of an item",
      "- one\n\n  two\n  three\n\nfour",
      ["- one", "", "  two three", "", "four"],
    ],
    ["keeps a fence that is in code", "~~~\n```\na  b\n~~~", ["~~~", "```", "a  b", "~~~"]],
    ["keeps a media type", "a text/* or */*", ["a text/* or *\\/*"]],
    ["keeps a quotation", "> one\n> two", ["> one", "> two"]],
    ["leaves out blanks around it", "\n\n  one  \n\n", ["one"]],
    ["takes CR LF for a line break", "one\r\n\r\ntwo", ["one", "", "two"]],
    ["keeps a lone star", "a * b", ["a * b"]],
    ["keeps braces", "a {b} c", ["a {b} c"]],
    ["keeps a link of JSDoc", "See {@link B}.", ["See {@link B}."]],
    ["keeps an address", "me@example.com", ["me@example.com"]],
  ])("%s", async (_what, description, lines) => {
    expect(await describedAs(description)).toEqual(lines);
  });

  it.each([
    ["a link", "[text](https://example.com/a-rather-long-path/that-goes-on)"],
    [
      "an address",
      "https://example.com/a-rather-long-path/that-goes-on-and-on-until-the-line-is-full",
    ],
    ["inline code", "`inline-code-without-blanks-that-does-not-fit`"],
    ["inline code with blanks", "`a = b + c`"],
    ["a link of JSDoc", "{@link Something the text of it}"],
    ["a link with blanks", "[a text of several words](https://example.com)"],
  ])("never breaks %s", async (_what, piece) => {
    // At every distance from the end of a line.
    for (let length = 40; length <= 80; length += 1) {
      const lines = await describedAs(`${"x".repeat(length)} ${piece} end`);
      expect(lines.join("\n"), String(length)).toContain(piece);
    }
  });

  it.each([
    ["at the start", "@deprecated is a tag", "deprecated"],
    ["at the start of a line", "one\n\n@internal two", "internal"],
    ["in the middle of a line", "Run `npm i`, or ask @someone for it.", "someone"],
    ["in the name of a package", "Install @scope/package first.", "scope"],
    ["after it was wrapped", `${words.slice(0, 76)} @internal`, "internal"],
  ])("has no tag of its own: %s", async (_what, description, tag) => {
    const lines = await describedAs(description);
    // TypeScript takes an @ for the begin of a tag at the start of a line and after a blank.
    expect(lines.join("\n")).not.toMatch(new RegExp(`(?:^|\\s)@${tag}`));
    expect(lines.join(" ")).toContain(tag);
  });

  it("is the title if there is none", async () => {
    expect(await docsOf({ title: "A title", type: "string" })).toEqual(["A title"]);
    expect(await docsOf({ title: "T", description: "D", type: "string" })).toEqual(["D"]);
  });

  it("is left out if there is nothing to say", async () => {
    expect(await docsOf({ type: "string", description: "" })).toEqual([""]);
    const text = await printed({
      A: { type: "object", properties: { b: { description: "" } } },
    });
    expect(text).not.toContain("  /**");
  });

  it("has no example where the document has none", async () => {
    const { texts } = await generateSchemas({
      A: { type: "string" },
      B: { enum: ["x", "y"] },
      C: { type: "object", properties: { "d-e": {} } },
      D: { type: "object", properties: { a: {} }, example: { a: 1 } },
    });
    const withExample = Object.entries(texts).flatMap(([path, text]) =>
      text.includes("@example") && !path.startsWith("src/runtime/") ? [path] : [],
    );
    expect(withExample).toEqual(["src/models/d.ts"]);
  });
});

describe("the words about values", () => {
  it.each([
    [
      {
        enum: [0, 1],
        "x-enum-varnames": ["Off", "On"],
        "x-enum-descriptions": ["is off", "is on"],
      },
      ["- `0`: Off. is off", "- `1`: On. is on"],
    ],
    [
      { description: "D.", enum: ["a", "b"], "x-enumDescriptions": { b: "The second.\n\nMore." } },
      ["D.", "", '- `"b"`: The second.'],
    ],
    [
      {
        oneOf: [
          { const: 1, title: "Low", description: "low" },
          { const: 2, title: "High", deprecated: true },
          { enum: [3], deprecated: true },
          { const: 4 },
        ],
      },
      ["- `1`: Low. low", "- `2` (deprecated): High", "- `3` (deprecated)"],
    ],
    // A name that is the value says nothing.
    [{ enum: ["a", "`"], "x-enum-varnames": ["a", "TICK"] }, ['- ``"`"``: TICK']],
    // Nobody knows which of the values these are about.
    [{ enum: ["a", "b"], "x-enum-varnames": ["A"] }, [""]],
  ])("of %j", async (schema, lines) => {
    expect(await docsOf(schema)).toEqual(lines);
    const text = await printed({ A: schema });
    const [, list = ""] = /\/\*\*([^]*?)\*\/\nexport const aValues/.exec(text) ?? [];
    for (const line of lines.filter((each) => each.startsWith("- "))) expect(list).toContain(line);
  });
});

describe("the docs of a member", () => {
  const documented = { type: "string", description: "Words.", deprecated: true, default: "x" };
  const inner = { type: "object", properties: { a: documented }, additionalProperties: false };
  const base = { $ref: "#/components/schemas/Base" };

  it.each([
    ["an interface", { type: "object", properties: { a: documented } }],
    ["an interface that extends", { allOf: [base, { properties: { a: documented } }] }],
    ["an intersection", { allOf: [base, { $ref: "#/components/schemas/Other" }, inner] }],
    ["what allOf describes twice", { allOf: [{ properties: { a: { type: "string" } } }, inner] }],
    ["what allOf describes again", { allOf: [inner, { properties: { a: { type: "string" } } }] }],
    ["an option", { type: "object", properties: { b: { oneOf: [inner, { type: "null" }] } } }],
    ["a list", { type: "array", items: inner }],
    ["a tuple", { type: "array", prefixItems: [{ type: "string" }, inner] }],
    ["a dictionary", { type: "object", additionalProperties: inner }],
    ["what else an object has", { type: "object", additionalProperties: documented }],
    [
      "a narrowed one",
      {
        allOf: [{ $ref: "#/components/schemas/Documented" }],
        required: ["a"],
        properties: { a: true },
      },
    ],
    [
      "names that are listed",
      { type: "object", propertyNames: { enum: ["a"] }, properties: { a: documented } },
    ],
  ])("stay in %s", async (_what, schema) => {
    const text = await printed({
      A: schema,
      Base: { type: "object", properties: { b: {} } },
      Other: { type: "object", properties: { c: {} } },
      Documented: inner,
    });
    const [comment = ""] =
      /\/\*\*[^/]*\*\/(?=\s*(?:a\??|\[key: string\]): string)/.exec(text) ?? [];
    expect(comment.match(/Words\.|@\w+.*/g)).toEqual(["Words.", "@deprecated", '@default "x"']);
  });
});

describe("the tags of a doc comment", () => {
  it.each([
    ["default, a number", { default: 5 }, ["@default 5"]],
    ["default, a text", { default: "x" }, ['@default "x"']],
    ["default, null", { default: null }, ["@default null"]],
    ["default, an object", { default: { a: [1] } }, ['@default {"a":[1]}']],
    ["deprecated", { deprecated: true }, ["@deprecated"]],
    ["directions", { readOnly: true, writeOnly: false }, ["@readOnly"]],
    ["not deprecated", { deprecated: false }, [""]],
    ["format", { format: "uuid" }, ["@format uuid"]],
    ["pattern", { pattern: "^a+$" }, ["@pattern ^a+$"]],
    ["bounds", { minimum: 1, exclusiveMaximum: 9 }, ["@minimum 1", "@exclusiveMaximum 9"]],
    ["a bound of 0", { minimum: 0 }, ["@minimum 0"]],
    ["lengths", { minLength: 1, maxLength: 9 }, ["@minLength 1", "@maxLength 9"]],
    ["items", { minItems: 1, uniqueItems: true }, ["@minItems 1", "@uniqueItems"]],
    ["a multiple", { multipleOf: 0.5 }, ["@multipleOf 0.5"]],
    ["an example", { examples: ["a", "b"] }, ['@example "a"']],
    ["an example of OpenAPI 3.0", { example: 7 }, ["@example 7"]],
    ["an example that is null", { example: null }, ["@example null"]],
    [
      "a long example",
      { example: { name: "a name of some length", other: "another value of some length" } },
      [
        "@example",
        "{",
        '  "name": "a name of some length",',
        '  "other": "another value of some length"',
        "}",
      ],
    ],
  ])("show %s", async (_what, schema, lines) => {
    expect(await docsOf(schema)).toEqual(lines);
  });

  it("come after the text and a blank line", async () => {
    expect(await docsOf({ description: "Text.", default: 1 })).toEqual(["Text.", "", "@default 1"]);
  });

  it("are at the property that they are about", async () => {
    const schema = { properties: { a: { type: "number", minimum: 1, description: "Some." } } };
    const text = await printed({ A: { type: "object", ...schema } });
    expect(text).toContain("  /**\n   * Some.\n   *\n   * @minimum 1\n   */\n  a?: number;\n");
  });

  it("never leave a line with a blank at its end", async () => {
    const text = await printed({
      A: { type: "string", description: "a \n\nb\t\n\n```\nc  \n```", default: "" },
    });
    expect(text).not.toMatch(/[ \t]$/m);
  });
});
