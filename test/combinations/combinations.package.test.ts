import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import { generateSchemas } from "../generate/package.js";
import { compileModels } from "./compile.js";
import { pairs, triples, wrapped } from "./schemas.js";

/** Part of the combinations; `combinations.corpus.ts` has them all. */
describe.each<[what: string, schemas: JsonObject, compiler: string, target: "ts" | "js"]>([
  ["pairs", pairs(45), "typescript-7", "ts"],
  ["wrapped pairs", wrapped(40), "typescript-7", "ts"],
  ["triples", triples(100), "typescript-7", "ts"],
  ["pairs", pairs(301), "typescript", "ts"],
  ["declarations of pairs", pairs(299), "typescript-7", "js"],
])("models of %s of constructs", (_what, schemas, compiler, target) => {
  it(`${Object.keys(schemas).length} compile with ${compiler}, as ${target}`, async () => {
    const generated = await generateSchemas(schemas, {
      outputs: ["models"],
      target,
      format: "none",
    });
    expect(generated.models.length).toBeGreaterThanOrEqual(Object.keys(schemas).length);
    expect(await compileModels(generated, compiler)).toEqual([]);
  });
});

describe("the compilation", () => {
  it("notices an interface that TypeScript does not take", async () => {
    const generated = await generateSchemas({ Page: { type: "object" } }, { outputs: ["models"] });
    const wrong =
      "export interface A {\n  p: string;\n}\nexport interface B extends A {\n  p: 1;\n}";
    const texts = { ...generated.texts, "models/b.ts": wrong };
    const found = await compileModels({ ...generated, texts }, "typescript-7");
    // With and without exact optional properties.
    expect(found.map((error) => error.replace(/ models.*TS/, " TS").slice(0, 40))).toEqual(
      Array(2).fill("export interface B extends A { TS2430: I"),
    );
  });
});
