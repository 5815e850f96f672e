import { afterAll, describe, expect, test } from "vitest";
import { isJsonObject } from "../../generator/core/json.js";
import { toDraft07 } from "../../generator/runtime/draft-07.js";
import type { JsonSchema } from "../../generator/runtime/json-schema.js";
import { hasSuite, readSuite, suiteFolder, type SuiteGroup } from "../conformance/suite.js";
import { ajvDraft07Oracle } from "../oracle/ajv-oracle.js";

if (!hasSuite) console.log(`draft-07: skipped, there is no test suite in ${suiteFolder}`);

/** What Ajv gets wrong: it refuses an empty `enum`, and overlooks a property that is `__proto__`. */
const notForAjv = new Set([
  "empty enum",
  "properties whose names are Javascript object property names: __proto__ not valid",
]);

/** How many schemas were converted, and how many not because of each keyword. */
let converted = 0;
const impossible: Record<string, number> = {};

describe.skipIf(!hasSuite)("the JSON Schema Test Suite, draft 2020-12, in draft-07", () => {
  afterAll(() => {
    console.log(`draft-07: ${converted} schemas are converted, not so`, impossible);
  });

  const suite = hasSuite ? readSuite() : new Map<string, readonly SuiteGroup[]>();
  test.each([...suite])("Ajv decides %s.json as the suite does", (_file, groups) => {
    const wrong: string[] = [];
    for (const { description, schema, tests } of groups) {
      const result = isJsonObject(schema) ? convert(schema) : undefined;
      if (result === undefined) continue;
      converted += 1;
      if (notForAjv.has(description)) continue;
      const isValid = ajvDraft07Oracle(result);
      for (const { description: name, data, valid } of tests) {
        const title = `${description}: ${name}`;
        if (isValid(data) !== valid && !notForAjv.has(title)) wrong.push(title);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("only what draft-07 does not have is impossible", () => {
    expect(Object.keys(impossible).sort()).toEqual([
      "$id",
      "$ref",
      "$schema",
      "maxContains",
      "minContains",
      "unevaluatedItems",
      "unevaluatedProperties",
    ]);
  });
});

/** Returns undefined for a schema that cannot be converted, and counts it. */
function convert(schema: JsonSchema): object | undefined {
  try {
    return toDraft07(schema);
  } catch (error) {
    const [, keyword = String(error)] = /`(.+)`/.exec(String(error)) ?? [];
    impossible[keyword] = (impossible[keyword] ?? 0) + 1;
    return undefined;
  }
}
