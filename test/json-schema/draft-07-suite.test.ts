import { Ajv } from "ajv";
import { afterAll, describe, expect, test } from "vitest";
import { isJsonObject } from "../../generator/core/json.js";
import { toDraft07 } from "../../generator/runtime/draft-07.js";
import { hasSuite, readSuite, suiteFolder, type SuiteGroup } from "../conformance/suite.js";

const impossible: string[] = [];
let converted = 0;
let total = 0;

if (!hasSuite) console.log(`draft-07: skipped, there is no test suite in ${suiteFolder}`);

describe.skipIf(!hasSuite)("what becomes of the JSON Schema Test Suite in draft-07", () => {
  afterAll(() => {
    console.log(impossible.join("\n"));
    console.log(`draft-07: ${converted} of ${total} schemas are converted`);
  });

  const suite = hasSuite ? readSuite() : new Map<string, readonly SuiteGroup[]>();
  test.each([...suite])("%s.json: Ajv decides what the suite says", (file, groups) => {
    const wrong: string[] = [];
    for (const { description, schema, tests } of groups) {
      if (!isJsonObject(schema)) continue;
      total += 1;
      let result;
      try {
        result = toDraft07(schema);
      } catch (error) {
        impossible.push(`${file}: ${description}: ${String(error).slice(60)}`);
        continue;
      }
      converted += 1;
      const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
      try {
      const validate = ajv.compile(result);
      for (const { description: name, data, valid } of tests) {
        if (validate(data) !== valid) wrong.push(`${description}: ${name}: ${JSON.stringify(result)}`);
      }
      } catch (error) { wrong.push(`${description} ${String(error)} ${JSON.stringify(result)}`) }
    }
    expect(wrong).toEqual([]);
  });
});
