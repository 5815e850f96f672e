import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const resolveDir = fileURLToPath(new URL("../../generated/src", import.meta.url));

/** What a bundler makes of a program that imports the modules of the package. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

describe("of the entries that are not in the index, a bundler", () => {
  it.each([
    ["guardResponses", "./openapi-fetch.js"],
    ["BatchJsonSchema", "./json-schema/batch.js"],
  ])("leaves out all where %s is not used", async (name, from) => {
    expect(await bundle(`import { ${name} } from "${from}";`)).toBe("");
    expect(await bundle(`import { ${name} } from "${from}"; console.log(${name});`)).not.toBe("");
  });

  it("takes in nothing for the index", async () => {
    const text = await bundle(
      'import { BatchSchema } from "./index.js"; console.log(BatchSchema);',
    );
    expect(text).toContain("isBatch");
    expect(text).not.toMatch(/json-schema|checkResponses/);
  });

  it("takes in no guard for a JSON Schema, and only the schemas that it needs", async () => {
    const text = await bundle(
      'import { BatchUsageJsonSchema } from "./json-schema/batch-usage.js"; console.log(BatchUsageJsonSchema);',
    );
    expect(text).toContain("InputTokensDetailsJsonSchema");
    expect(text).not.toMatch(/BatchJsonSchema|isBatch/);
  });

  it("takes in the guards of responses for the middleware, and no others", async () => {
    const text = await bundle('export { guardResponses } from "./openapi-fetch.js";');
    expect(text).toContain("isListBatchesResponse");
    expect(text).not.toContain("isCreateBatchRequest");
  });
});
