import { describe, expect, it } from "vitest";
import { generateSchemas } from "./package.js";

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
const links = [...readme.matchAll(/<a href="([^"]*)"><code>([^<]*)<\/code><\/a>/g)];

describe("the README", () => {
  it("shows each model of a small package by an example of its own", async () => {
    const { texts } = await generateSchemas(schemasOf(many.slice(0, 20)));
    expect(texts["README.md"]?.match(/^### Part\d+(Inner)?$/gm)).toHaveLength(40);
    expect(texts["README.md"]).not.toContain("<details>");
  });

  it("shows one model of a large package, from the entry and from its own module", () => {
    expect(readme.match(/^### /gm)).toBeNull();
    expect(readme).toContain('import { isPart0, Part0Schema } from "api-types";');
    expect(readme).toContain('import type { Part0 } from "api-types/models/part0";');
    expect(readme).toContain('import { isPart0 } from "api-types/guards/part0";');
  });

  it("imports no guards where a large package has none", async () => {
    const outputs = ["models", "package"] as const;
    const { texts } = await generateSchemas(schemasOf(many), { outputs });
    expect(texts["README.md"]).toContain('import type { Part0 } from "api-types/models/part0";');
    expect(texts["README.md"]).not.toMatch(/guards/);
  });

  it("lists the models that a large document names, and no others", () => {
    expect(links.map(([, , name]) => name)).toEqual(
      large.models.map(({ name }) => name).filter((name) => !name.endsWith("Inner")),
    );
    expect(links).toHaveLength(42);
  });

  it("links them to their modules", () => {
    const paths = links.map(([, link = ""]) => decodeURIComponent(link));
    expect(paths).not.toEqual([]);
    expect(Object.keys(large.texts)).toEqual(expect.arrayContaining(paths));
  });

  it("has no markup of the names in a large document", () => {
    const list = /<details>[^]*<\/details>/.exec(readme)?.[0] ?? "";
    const tags = new Set([...list.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag));
    expect([...tags]).toEqual(["details", "summary", "ul", "li", "a", "code"]);
  });
});
