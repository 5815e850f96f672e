import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Check } from "../../generator/checks/check.js";
import { accepts } from "../../generator/checks/accepts.js";
import type { Json } from "../../generator/core/json.js";
import { checkedModels, checksOfModel } from "../../generator/model/lower.js";
import { shapes } from "../bench/growth/shapes.js";
import { formatCases } from "../formats/format-cases.js";
import { documentOf as textOf } from "../generate/package.js";
import { readDocument, type TestDocument } from "../validate/read-document.js";
import { seed } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { anyJson } from "./instances/any-json.js";
import { breakOne } from "./instances/break-one.js";
import { instances } from "./instances/instances.js";
import { documentOf } from "./keywords/document.js";
import { rows } from "./keywords/index.js";
import { randomComponents } from "./random-components.js";
import { randomRuns } from "../support/random-runs.js";

const runs = randomRuns(100);

const schemas = [
  ...rows.map(({ name, schema, instead }) => ({ name, schema, judge: instead?.isValid })),
  ...randomComponents().map(([name, schema]) => ({ name, schema, judge: undefined })),
];
const document = documentOf(
  "3.1.0",
  schemas.map(({ name, schema }) => [name, schema]),
);
const read = await readDocument(JSON.stringify(document));
const oracleAt = ajvOracles(document);

/** Tells whether a model has a value: by its checks as keywords make them, and as they are printed. */
function judgeOf(
  { models, model }: TestDocument,
  name: string,
): (value: Json) => readonly (boolean | undefined)[] {
  const { id } = model(name);
  const checked = checkedModels(models);
  const called: readonly Check[] = [{ kind: "call", model: id }];
  const both = [called, checksOfModel(model(name), models)];
  return (value) => both.map((checks) => accepts(checks, value, checked));
}

describe("checks accept what Ajv accepts", () => {
  test.each(schemas)("under $name: $schema", ({ name, schema, judge }) => {
    const isValid = judge ?? oracleAt(`/components/schemas/${name}`);
    const likely = instances(schema, document);
    const changed = likely.chain((value) => breakOne(value)).map(({ value }) => value);
    const verdicts = judgeOf(read, name);
    fc.assert(
      fc.property(fc.oneof(likely, changed, anyJson()), (value) => {
        const expected = isValid(value);
        assert.deepEqual(verdicts(value), [expected, expected]);
      }),
      { seed, numRuns: runs },
    );
  });
});

test.each(Object.entries(formatCases))("checks know the format %s", async (format, cases) => {
  const text = JSON.stringify(documentOf("3.1.0", [["Format", { format }]]));
  const known = await readDocument(text, { formats: "assert" });
  const verdicts = judgeOf(known, "Format");
  for (const { value, valid } of cases) {
    expect({ value, verdicts: verdicts(value) }).toEqual({ value, verdicts: [valid, valid] });
  }
});

test("tells in a chain of models that is longer than calls can be nested", async () => {
  const chain = shapes.find(({ name }) => name === "allOf chain");
  const long = await readDocument(textOf(chain?.schemas(5000) ?? {}));
  const whole = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`p${index}`, ""]));
  const verdicts = judgeOf(long, "M0");
  expect(verdicts(whole)).toEqual([true, true]);
  expect(verdicts({ ...whole, p4999: 1 })).toEqual([false, false]);
});

test("does not tell where options are nested too deeply", async () => {
  const names = Array.from({ length: 2000 }, (_, index) => `Link${index}`);
  const linked = names.map((name, index): readonly [string, Json] => [
    name,
    index === 0
      ? { type: "string" }
      : { anyOf: [{ type: "null" }, { $ref: `#/components/schemas/Link${index - 1}` }] },
  ]);
  const deep = await readDocument(JSON.stringify(documentOf("3.1.0", linked)));
  expect(judgeOf(deep, "Link1999")(1)).toEqual([undefined, undefined]);
  expect(judgeOf(deep, "Link100")(1)).toEqual([false, false]);
});
