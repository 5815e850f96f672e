import assert from "node:assert/strict";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GenerateOptions } from "../../generator/index.js";
import { toDraft07 } from "../../generator/runtime/draft-07.js";
import { expectAgreement, seed } from "../oracle/agreement.js";
import { ajvDraft07Oracle, ajvOracles } from "../oracle/ajv-oracle.js";
import { anyJson } from "../oracle/instances/any-json.js";
import { breakOne } from "../oracle/instances/break-one.js";
import { instances } from "../oracle/instances/instances.js";
import { documentOf } from "../oracle/keywords/document.js";
import { legacyRows, rows, type Row } from "../oracle/keywords/index.js";
import { randomComponents } from "../oracle/random-components.js";
import { guardsInMemory, inMemory, jsonSchemasOf } from "../support/guards-in-memory.js";
import { randomRuns } from "../support/random-runs.js";

const root = join(import.meta.dirname, "../..");
const runs = randomRuns(60);

const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });

/** What Ajv gets wrong, whatever schema it is given: it overlooks a property that is `__proto__`. */
const notForAjv = new Set([
  ...[...rows, ...legacyRows].flatMap(({ name, instead }) => (instead === undefined ? [] : [name])),
  "Properties",
]);

/** The values that a table has for a component. */
const listed = new Map<string, readonly Json[]>(
  [...rows, ...legacyRows].map(({ name, valid, invalid }: Row) => [name, [...valid, ...invalid]]),
);

interface Document {
  readonly of: string;
  readonly options: GenerateOptions;
  /** Keywords of its schemas that draft-07 does not have. */
  readonly impossible?: readonly string[];
}

const documents: readonly Document[] = [
  { of: "the Batch API", options: { spec: "spec/openapi.yaml", cwd: root } },
  { of: "pets in OpenAPI 3.0", options: { spec: "test/fixtures/pets-3.0.yaml", cwd: root } },
  {
    of: "all keywords",
    options: { spec: "test/fixtures/keywords-3.1.yaml", cwd: root },
    impossible: ["maxContains"],
  },
  { of: "awkward names", options: { spec: "test/fixtures/awkward-names.json", cwd: root } },
  {
    of: "the table of keywords",
    options: inMemory(
      documentOf(
        "3.1.0",
        rows.map(({ name, schema }) => [name, schema]),
      ),
    ),
    impossible: ["maxContains", "minContains"],
  },
  {
    of: "the table of keywords of OpenAPI 3.0",
    options: inMemory(
      documentOf(
        "3.0.4",
        legacyRows.map(({ name, legacy }) => [name, legacy]),
      ),
    ),
  },
  {
    of: "random schemas",
    options: inMemory(documentOf("3.1.0", randomComponents())),
    impossible: ["maxContains", "minContains"],
  },
];

describe.each(documents)("the JSON Schemas of $of", async ({ options, impossible = [] }) => {
  const loaded = await guardsInMemory(options);
  const schemaOf = jsonSchemasOf(loaded);
  const names = loaded.models.all.map(({ name }) => name);

  test.each(names)("%s: Ajv takes it by itself", (name) => {
    const schema = schemaOf(name);
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test.each(names.filter((name) => !notForAjv.has(name)))(
    "%s: Ajv decides by it what the guard decides",
    (name) => {
      const schema = schemaOf(name);
      const isValid = ajvOracles(schema)("");
      const draft07 = inDraft07(schema);
      const isValidToo = typeof draft07 === "string" ? isValid : ajvDraft07Oracle(draft07);
      const guards = loaded.guards(name);
      const fitting = instances(schema, schema);
      const changed = fitting.chain((value) => breakOne(value)).map(({ value }) => value);
      for (const value of listed.get(name) ?? []) {
        expectAgreement(guards, value, isValid(value));
        expect(isValidToo(value)).toBe(isValid(value));
      }
      fc.assert(
        fc.property(fc.oneof(fitting, changed, anyJson()), (value) => {
          const expected = isValid(value);
          expectAgreement(guards, value, expected);
          assert.equal(isValidToo(value), expected);
        }),
        { seed, numRuns: runs },
      );
    },
  );

  test("all are converted to draft-07 but those with keywords that it does not have", () => {
    const results = names.map((name) => inDraft07(schemaOf(name)));
    const keywords = new Set(results.filter((result) => typeof result === "string"));
    expect([...keywords].sort()).toEqual(impossible);
  });
});

/** A schema in draft-07, or the keyword that cannot be converted. */
function inDraft07(schema: JsonObject): object | string {
  try {
    return toDraft07(schema);
  } catch (error) {
    return /`(.+)`/.exec(String(error))?.[1] ?? String(error);
  }
}
