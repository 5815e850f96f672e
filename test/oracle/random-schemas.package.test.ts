import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreementAboutMany, seed } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { compile } from "./compile.js";
import { instances } from "./instances/instances.js";
import { documentOf } from "./keywords/document.js";
import { randomComponents } from "./random-components.js";
import { inMemory, loadPackage } from "../support/load-package.js";
import { typeErrors } from "./type-check.js";
import { randomRuns } from "../support/random-runs.js";

const runs = randomRuns(150);

const components = randomComponents();
const document = documentOf("3.1.0", components);
const oracleAt = ajvOracles(document);
const loaded = await loadPackage(inMemory(document));

describe("the package of a document with random schemas", () => {
  test("compiles under all strict settings", () => {
    expect(compile(loaded.folder)).toEqual([]);
  });

  test("has types that have every value which the guards accept", () => {
    const accepted = components.map(([name, schema]) => {
      const some = fc.sample(instances(schema, document), { seed, numRuns: 20 });
      return [name, some.filter(loaded.guards(name).is)] as const;
    });
    expect(typeErrors(loaded, accepted)).toEqual([]);
  });

  test.each(components)(`agrees with Ajv about ${runs} instances of %s: %j`, (name, schema) => {
    const isValid = oracleAt(`/components/schemas/${name}`);
    const generated = instances(schema, document);
    expectAgreementAboutMany(loaded.guards(name), isValid, generated, runs);
  });
});
