import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreementAboutMany, seed } from "../oracle/agreement.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { compileTexts } from "../support/native-compiler.js";
import { instances } from "../oracle/instances/instances.js";
import { documentOf } from "../oracle/keywords/document.js";
import { inMemory } from "../support/load-package.js";
import { packageInMemory, textsOf } from "../support/package-in-memory.js";
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
  const loaded = await packageInMemory(inMemory(written));
  const oracles = ajvOracles(expanded);
  const components = all
    .flatMap((each) => Object.entries(each.expanded))
    .filter(([name]) => loaded.models.some((model) => model.name === name));

  test("compile", () => {
    expect(compileTexts(textsOf(loaded.files))).toEqual([]);
  });

  test("are decided as by the same with each base written out, and so are their JSON Schemas", () => {
    const tally = { valid: 0, invalid: 0 };
    for (const [name, schema] of components) {
      const oracle = oracles(`/components/schemas/${name}`);
      const byJsonSchema = ajvOracles(loaded.jsonSchema(name))("");
      const guards = loaded.guards(name);
      const { valid, invalid } = expectAgreementAboutMany(
        guards,
        (value) => {
          const isValid = oracle(value);
          assert.equal(byJsonSchema(value), isValid, `${name}: ${JSON.stringify(value)}`);
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
