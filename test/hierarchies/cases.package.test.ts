import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { compile } from "../oracle/compile.js";
import { documentOf } from "../oracle/keywords/document.js";
import { typeOf } from "../policy/policed.js";
import { inMemory, loadJsonSchemas, loadPackage } from "../support/load-package.js";
import { cases } from "./cases.js";

describe.each(cases)("$what", async ({ schemas, version, policies = {}, ...expected }) => {
  const document = documentOf(version ?? "3.1.0", Object.entries(schemas));
  const config = { outputs: ["models", "guards", "json-schema"] as const, policies };
  const loaded = await loadPackage({ ...inMemory(document), config });
  const schemaOf = await loadJsonSchemas(loaded);

  test("has these models", () => {
    const names = loaded.models.map(({ name }) => name);
    expect([...names].sort()).toEqual(Object.keys(expected.types).sort());
    for (const [name, type] of Object.entries(expected.types)) {
      if (type !== "") expect([name, typeOf(loaded, name)]).toEqual([name, type]);
    }
    expect(compile(loaded.folder)).toEqual([]);
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

  test("is warned of with the way round", async () => {
    const { diagnostics } = await generate({ ...inMemory(document), config });
    const listed = diagnostics.filter(({ code }) => code === "listed-extension");
    const ways = listed.map(({ message }) => /: (.*?); /.exec(message)?.[1] ?? "");
    expect([...ways].sort()).toEqual([...expected.ways].sort());
    for (const [index, { related = [] }] of listed.entries()) {
      expect(related.length).toBe(((ways[index] ?? "").split(" → ").length - 1) / 2);
    }
  });
});
