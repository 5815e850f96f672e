import { describe, expect, test } from "vitest";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { compileRows } from "../generate/compile-rows.js";
import { documentOf } from "../oracle/keywords/document.js";
import { typeOf } from "../policy/policed.js";
import { inMemory } from "../support/load-package.js";
import { packageInMemory, textsOf } from "../support/package-in-memory.js";
import { cases } from "./cases.js";

const packages: Record<string, Readonly<Record<string, string>>> = {};

describe.each(cases)("$what", async ({ schemas, version, policies = {}, ...expected }) => {
  const document = documentOf(version ?? "3.1.0", Object.entries(schemas));
  const options = { ...inMemory(document), config: { policies } };
  const loaded = await packageInMemory(options);
  const schemaOf = loaded.jsonSchema;
  packages[expected.what] = textsOf(loaded.files);

  test("has these models", () => {
    const names = loaded.models.map(({ name }) => name);
    expect([...names].sort()).toEqual(Object.keys(expected.types).sort());
    for (const [name, type] of Object.entries(expected.types)) {
      if (type !== "") expect([name, typeOf(loaded, name)]).toEqual([name, type]);
    }
  });

  test("accepts just these values, by its guards and by its JSON Schemas", () => {
    for (const [isValid, values] of [
      [true, expected.valid],
      [false, expected.invalid],
    ] as const) {
      for (const [name, some] of Object.entries(values)) {
        const { is, validate } = loaded.guards(name);
        const byAjv = ajvOracles(schemaOf(name))("");
        for (const value of some) {
          const decided = {
            is: is(value),
            issues: validate(value).issues === undefined,
            ajv: byAjv(value),
          };
          expect([name, value, decided]).toEqual([
            name,
            value,
            { is: isValid, issues: isValid, ajv: isValid },
          ]);
        }
      }
    }
  });

  test("is reported with the cycle", async () => {
    const { diagnostics } = await diagnoseModels(
      () => options,
      () => undefined,
    );
    const listed = diagnostics.filter(({ code }) => code === "listed-extension");
    const ways = listed.map(({ message }) => /: (.*?); /.exec(message)?.[1] ?? "");
    expect([...ways].sort()).toEqual([...expected.ways].sort());
    for (const [index, { related = [] }] of listed.entries()) {
      expect(related.length).toBe(((ways[index] ?? "").split(" → ").length - 1) / 2);
    }
  });
});

test("all of them compile", () => {
  expect(Object.keys(packages)).toHaveLength(cases.length);
  expect(compileRows(packages)).toEqual([]);
});
