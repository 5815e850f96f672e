import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreementAboutMany, seed } from "../oracle/agreement.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { compile } from "../oracle/compile.js";
import { instances } from "../oracle/instances/instances.js";
import { documentOf } from "../oracle/keywords/document.js";
import { inMemory, loadJsonSchemas, loadPackage } from "../support/load-package.js";
import { hierarchies } from "./random-hierarchies.js";

const all = Array.from({ length: 40 }, (_, index) =>
  fc.sample(hierarchies(`H${index}`), { seed: seed + index, numRuns: 1 }),
).flat();
const written = documentOf(
  "3.1.0",
  all.flatMap((each) => Object.entries(each.written)),
);
const expanded = documentOf(
  "3.1.0",
  all.flatMap((each) => Object.entries(each.expanded)),
);

describe("random hierarchies", async () => {
  const outputs = ["models", "guards", "json-schema"] as const;
  const loaded = await loadPackage({ ...inMemory(written), config: { outputs } });
  const schemaOf = await loadJsonSchemas(loaded);
  const oracles = ajvOracles(expanded);
  const components = all
    .flatMap((each) => Object.entries(each.expanded))
    .filter(([name]) => loaded.models.some((model) => model.name === name));

  test("compile", () => {
    expect(compile(loaded.folder)).toEqual([]);
  });

  test("are decided as by the same with each base written out, and so are their JSON Schemas", () => {
    const tally = { valid: 0, invalid: 0 };
    for (const [name, schema] of components) {
      const oracle = oracles(`/components/schemas/${name}`);
      const byJsonSchema = ajvOracles(schemaOf(name))("");
      const guards = loaded.guards(name);
      const { valid, invalid } = expectAgreementAboutMany(
        guards,
        (value) => {
          const isValid = oracle(value);
          expect([name, value, byJsonSchema(value)]).toEqual([name, value, isValid]);
          return isValid;
        },
        instances(schema, expanded),
        60,
      );
      tally.valid += valid;
      tally.invalid += invalid;
    }
    expect(components.length).toBeGreaterThan(100);
    expect(tally.valid).toBeGreaterThan(500);
    expect(tally.invalid).toBeGreaterThan(500);
  });
});
