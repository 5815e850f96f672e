import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";
import type { Guards } from "../support/guards.js";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";
import { seed } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { anyJson } from "./instances/any-json.js";
import { breakOne } from "./instances/break-one.js";
import { noJson, notFinite, withOneOf, withUndefinedMembers } from "./instances/in-memory.js";
import { instances } from "./instances/instances.js";
import { documentOf } from "./keywords/document.js";
import { rows } from "./keywords/index.js";
import { randomComponents } from "./random-components.js";
import { randomRuns } from "../support/random-runs.js";

const runs = randomRuns(60);

const schemas = [
  ...rows.map(({ name, schema, instead }) => ({ name, schema, judge: instead?.isValid })),
  ...randomComponents().map(([name, schema]) => ({ name, schema, judge: undefined })),
];
const document = documentOf(
  "3.1.0",
  schemas.map(({ name, schema }) => [name, schema]),
);
const loaded = await guardsInMemory(inMemory(document));
const oracleAt = ajvOracles(document);

/** Expects that both guards decide the same about a value: it is valid, or there are issues. */
function expectUnison({ is, validate }: Guards, value: unknown): boolean {
  const { issues, ...result } = validate(value);
  const isValid = is(value);
  assert.equal(issues === undefined, isValid);
  if (isValid) assert.equal(result.value, value);
  else assert.notEqual(issues?.length, 0);
  return isValid;
}

/** All names of members in a schema, which are those of properties among others. */
function namesIn(schema: Json): readonly string[] {
  if (isJsonArray(schema)) return schema.flatMap(namesIn);
  return isJsonObject(schema)
    ? [...Object.keys(schema), ...Object.values(schema).flatMap(namesIn)]
    : [];
}

describe.each(schemas)("under $name: $schema", ({ name, schema, judge }) => {
  const guards = loaded.guards(name);
  const isValid = judge ?? oracleAt(`/components/schemas/${name}`);
  const described = instances(schema, document);
  const changed = described.chain((value) => breakOne(value)).map(({ value }) => value);
  const likely = fc.oneof(described, changed, anyJson());

  test("a member that is undefined is none", () => {
    const values = likely.chain((json) =>
      withUndefinedMembers(json, namesIn(schema)).map((value) => ({ json, value })),
    );
    fc.assert(
      fc.property(values, ({ json, value }) => {
        assert.equal(expectUnison(guards, value), isValid(json));
        assert.deepEqual(guards.validate(value).issues, guards.validate(json).issues);
      }),
      { seed, numRuns: runs },
    );
  });

  test("NaN and the infinities are no numbers", () => {
    fc.assert(
      fc.property(
        likely.chain((json) => withOneOf(json, notFinite)),
        (value) => {
          // Ajv reads such numbers as values of no type.
          assert.equal(expectUnison(guards, value), isValid(value as Json));
        },
      ),
      { seed, numRuns: runs },
    );
  });

  test("both guards decide the same about values that are not JSON", () => {
    fc.assert(
      fc.property(
        likely.chain((json) => withOneOf(json, noJson)),
        (value) => {
          expectUnison(guards, value);
        },
      ),
      { seed, numRuns: runs },
    );
  });
});
