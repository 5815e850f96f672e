import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Policies } from "../../generator/config/policies.js";
import { expectAgreement, seed } from "../oracle/agreement.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { compileTexts } from "../support/native-compiler.js";
import { breakOne } from "../oracle/instances/break-one.js";
import { instances } from "../oracle/instances/instances.js";
import { documentOf } from "../oracle/keywords/document.js";
import { randomComponents } from "../oracle/random-components.js";
import { typeErrors } from "../oracle/type-check.js";
import { textsOf } from "../support/package-in-memory.js";
import { loadPoliced } from "./policed.js";

const runs = 40;

const components = randomComponents();
const document = documentOf("3.1.0", components);
const written = ajvOracles(document);

const widening: readonly Policies[] = [
  { optional: "nullable" },
  { constraints: "types" },
  { optional: "nullable", enums: "open", additionalProperties: "allow", constraints: "types" },
];

describe.each(widening.map((policies) => [policies]))("random schemas by %j", async (policies) => {
  const loaded = await loadPoliced(components, policies);
  const schemaOf = loaded.jsonSchema;
  const accepted = new Map<string, number>();

  test("compile under all strict settings, with types that have what the guards accept", () => {
    expect(compileTexts(textsOf(loaded.files))).toEqual([]);
    const values = components.map(([name]) => {
      const schema = schemaOf(name);
      const some = fc.sample(instances(schema, schema), { seed, numRuns: 10 });
      return [name, some.filter(loaded.guards(name).is)] as const;
    });
    expect(typeErrors(loaded, values)).toEqual([]);
  });

  test("are decided as by their JSON Schemas, and accept all that the written schemas accept", () => {
    for (const [name, schema] of components) {
      const isValid = ajvOracles(schemaOf(name))("");
      const wasValid = written(`/components/schemas/${name}`);
      const { is, validate } = loaded.guards(name);
      const policed = schemaOf(name);
      const fitting = fc.oneof(instances(schema, document), instances(policed, policed));
      const changed = fitting.chain((value) => breakOne(value)).map(({ value }) => value);
      fc.assert(
        fc.property(fc.oneof(fitting, changed), (value) => {
          expectAgreement({ is, validate }, value, isValid(value));
          if (wasValid(value)) assert(is(value));
          else if (is(value)) accepted.set(name, (accepted.get(name) ?? 0) + 1);
        }),
        { seed, numRuns: runs },
      );
    }
    // A policy that widens nothing would pass as well.
    expect(accepted.size).toBeGreaterThan(3);
  });
});
