import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";
import type { Json } from "../../generator/core/json.js";
import { seed } from "../oracle/agreement.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { documentOf } from "../oracle/keywords/document.js";
import { likelyValues } from "../oracle/likely-values.js";
import { kinds, type Schemas } from "./nothing-valid-rows.js";

const codes = ["nothing-valid", "option-never-matches"];

/** What is said about component schemas: the place and the message of each warning, and other places. */
async function warningsOf(
  schemas: Schemas,
  formats: "annotate" | "assert" = "annotate",
): Promise<readonly string[]> {
  const document = documentOf("3.1.0", Object.entries(schemas));
  const { diagnostics } = await diagnoseModels(
    () => ({ spec: { text: JSON.stringify(document) }, config: { formats } }),
    () => undefined,
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return diagnostics
    .filter(({ code }) => codes.includes(code))
    .map(({ place, message, related = [] }) =>
      [
        `${place?.pointer ?? ""}: ${message}`,
        ...related.map((other) => `see ${other.place.pointer}`),
      ]
        .join(" ")
        .replaceAll(/#?\/components\/schemas\//g, ""),
    );
}

describe.each(Object.entries(kinds))("%s", (_kind, rows) => {
  it.each(rows)("$what", async ({ schemas, says }) => {
    expect(await warningsOf(schemas)).toEqual(says);
  });

  it.each(rows)("$what, as Ajv judges 1,000 values", ({ schemas, empty }) => {
    const document = documentOf("3.1.0", Object.entries(schemas));
    const oracleAt = ajvOracles(document);
    const acceptNone = Object.entries(schemas).flatMap(([name, schema]) => {
      const isValid = oracleAt(`/components/schemas/${name}`);
      const values = fc.sample(likelyValues(schema, document), { seed, numRuns: 1000 });
      return values.some(isValid) ? [] : [name];
    });
    expect(acceptNone).toEqual(empty);
  });
});

it("is found however many schemas there are before", async () => {
  const number: Json = { type: "number" };
  const option: Json = { type: "object", properties: { a: number }, required: ["a"] };
  const others = Array.from({ length: 1500 }, (_, index): readonly [string, Json] => [
    `M${index}`,
    { type: ["number", "object"], oneOf: [number, option], title: String(index) },
  ]);
  const last: Json = { type: "object", oneOf: [{ enum: ["auto"] }, option] };
  expect(await warningsOf({ ...Object.fromEntries(others), Z: last })).toEqual([
    'Z/oneOf/0: option 1 of `oneOf` accepts nothing: `type: object` in Z excludes `enum: ["auto"]` see Z/type',
  ]);
});

it("counts formats only where they are asserted", async () => {
  const string: Json = { type: "string" };
  const schemas = { A: { oneOf: [string, { type: "string", format: "date-time" }] } };
  expect(await warningsOf(schemas)).toEqual([
    "A/oneOf: nothing is valid here: every value that matches one option of `oneOf` also matches another one see A/oneOf/0 see A/oneOf/1",
  ]);
  expect(await warningsOf(schemas, "assert")).toEqual([
    "A/oneOf/1: every value of option 2 of `oneOf` also matches option 1, so the option accepts nothing see A/oneOf/0",
  ]);
});

// Ajv, as the tests use it, keeps no account of what was evaluated.
it("counts what other schemas evaluate", async () => {
  const schemas = {
    Base: { type: "object", properties: { a: {} } },
    A: {
      allOf: [{ $ref: "#/components/schemas/Base" }],
      required: ["a"],
      unevaluatedProperties: false,
    },
  };
  expect(await warningsOf(schemas)).toEqual([]);
});
