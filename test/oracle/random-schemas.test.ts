import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreementAboutMany, seed } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { compile } from "./compile.js";
import { instances } from "./instances/instances.js";
import { schemas } from "./instances/schemas.js";
import { documentOf } from "./keywords/document.js";
import { inMemory, loadPackage } from "../support/load-package.js";
import { typeErrors } from "./type-check.js";

const runs = 150;

// Schemas refer to those before them, and from inside of properties and items to any near them.
const names = Array.from({ length: 150 }, (_, index) => `Random${index}`);
const components = names.flatMap((name, index) => {
  const targets = {
    inPlace: names.slice(Math.max(index - 4, 0), index),
    inside: names.slice(Math.max(index - 4, 0), index + 3),
  };
  const sample = fc.sample(schemas(targets, 2), { seed: seed + index, numRuns: 1 });
  return sample.map((schema) => [name, schema] as const);
});

const document = documentOf("3.1.0", components);
const oracleAt = ajvOracles(document);
const loaded = await loadPackage(inMemory(document));

describe("the package of a document with random schemas", () => {
  test("compiles under all strict settings", () => {
    expect(compile(join(loaded.folder, "src"))).toEqual([]);
  });

  test("has types that have every value which the guards accept", async () => {
    const accepted = components.map(([name, schema]) => {
      const some = fc.sample(instances(schema, document), { seed, numRuns: 20 });
      return [name, some.filter(loaded.guards(name).is)] as const;
    });
    expect(await typeErrors(loaded, accepted)).toEqual([]);
  });

  test.each(components)(`agrees with Ajv about ${runs} instances of %s: %j`, (name, schema) => {
    const isValid = oracleAt(`/components/schemas/${name}`);
    const generated = instances(schema, document);
    expectAgreementAboutMany(loaded.guards(name), isValid, generated, runs);
  });
});
