import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runNode } from "../consumer/processes.js";
import { placeOf, tsBlocks } from "../readme/blocks.js";
import { compileErrors } from "../readme/compile.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = "docs/reference/library.md";
const blocks = tsBlocks(page, readFileSync(join(root, page), "utf8"));
const library = new URL("../../generator/index.ts", import.meta.url);
const loader = import.meta.resolve("tsx");

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      example: { name: Rex }
      properties: { name: { type: string }, size: { enum: [s, m] } }
`;

/** A block that imports the library from its sources. */
function fromSources(text: string, from: string): string {
  return text.replaceAll('"guardsmith"', JSON.stringify(from));
}

describe("the TypeScript that docs/reference/library.md shows", () => {
  test("compiles", () => {
    expect(compileErrors(blocks)).toEqual([]);
  });

  test("runs", async () => {
    const cwd = await temporaryFolder();
    const mark = "=== next ===";
    const nameOf = (line: number): string => `line-${line}.mts`;
    await put(cwd, {
      "openapi.yaml": document,
      // One process for all: loading the library takes longer than they do.
      "main.mts": blocks
        .map(({ line }) => `await import("./${nameOf(line)}"); console.log("${mark}");\n`)
        .join(""),
      ...Object.fromEntries(
        blocks.map(({ line, text }) => [nameOf(line), fromSources(text, library.href)] as const),
      ),
    });
    const { code, output } = await runNode(cwd, ["--import", loader, "main.mts"]);
    expect(code, output).toBe(0);
    const printed = output.split(`${mark}\n`);
    const shown = blocks.map((block, index) => ({
      place: placeOf(block),
      output: block.output === undefined ? undefined : printed[index],
    }));
    expect(shown).toEqual(blocks.map((block) => ({ place: placeOf(block), output: block.output })));
  });
});
