import { expect, it } from "vitest";
import { generateSchemas } from "../generate/package.js";
import { compileModels } from "./compile.js";
import { pairs, triples, wrapped } from "./schemas.js";
import { acceptedBy } from "./values.js";

// TypeScript 5.9 takes minutes for triples, in which every pair is once more.
it.each([
  ["pairs", pairs(), ["typescript-7", "typescript"]],
  ["wrapped pairs", wrapped(), ["typescript-7", "typescript"]],
  ["triples", triples(4000), ["typescript-7"]],
])("the models of all %s of constructs compile", async (_what, schemas, compilers) => {
  const generated = await generateSchemas(schemas, { outputs: ["models"], format: "none" });
  for (const compiler of compilers) {
    expect(await compileModels(generated, compiler)).toEqual([]);
  }
});

it.each([
  ["pairs", pairs(20)],
  ["triples", triples(300)],
])("the models of %s have every value that their schemas accept", async (_what, schemas) => {
  const { texts, ...generated } = await generateSchemas(schemas, {
    outputs: ["models"],
    format: "none",
  });
  const accepted = acceptedBy(schemas);
  expect(accepted.length).toBeGreaterThan(1000);
  const law = { ...texts, "models/law.ts": accepted.join("\n") };
  // A value has no member that is undefined, which only exact types can say.
  expect(await compileModels({ ...generated, texts: law }, "typescript-7", [true])).toEqual([]);
});
