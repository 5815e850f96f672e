import * as fastCheck from "fast-check";
import { describe, expect, test } from "vitest";
import { loadArbitraries } from "../../generator/sample/load-arbitraries.js";
import { readGroups } from "../conformance/decide.js";
import { hasSuite, readSuite, suiteFolder, type SuiteGroup } from "../conformance/suite.js";

const suite: ReadonlyMap<string, readonly SuiteGroup[]> = hasSuite ? readSuite() : new Map();

if (!hasSuite) console.log(`arbitraries: skipped, there is no test suite in ${suiteFolder}`);

describe.skipIf(!hasSuite)("the arbitraries of the JSON Schema Test Suite", () => {
  test.each([...suite])("for %s.json exist, and make valid values", async (file, groups) => {
    const read = await readGroups(file, groups, "assert");
    const { models, guards } = read;
    const arbitraries = loadArbitraries(read, models.all);
    const problems = groups.flatMap(({ description, tests }, index) => {
      const name = `Test${index}`;
      const { is } = guards(name);
      if (!tests.some(({ data }) => is(data))) return [];
      const arbitrary = arbitraries.get(name);
      if (arbitrary === undefined) return [`${description}: none`];
      const wrong = fastCheck
        .sample(arbitrary, { numRuns: 100, seed: 1 })
        .filter((value) => !is(value));
      return wrong.length === 0 ? [] : [`${description}: ${JSON.stringify(wrong[0])}`];
    });
    expect(problems).toEqual([]);
  });
});
