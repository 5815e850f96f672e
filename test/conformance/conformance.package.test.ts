import { afterAll, describe, expect, test } from "vitest";
import { decide, type Decided } from "./decide.js";
import { hasSuite, readSuite, suiteFolder, type SuiteGroup } from "./suite.js";

type Suite = ReadonlyMap<string, readonly SuiteGroup[]>;

const none: Suite = new Map();
const required = hasSuite ? readSuite() : none;
const optional = hasSuite
  ? new Map([...readSuite("optional"), ...readSuite("optional/format")])
  : none;

if (!hasSuite) console.log(`conformance: skipped, there is no test suite in ${suiteFolder}`);

describe.skipIf(!hasSuite)("the JSON Schema Test Suite, draft 2020-12", () => {
  const decided: Decided[] = [];
  afterAll(() => {
    const count = (printer: "is" | "validate"): number =>
      decided.filter((each) => each[printer] === each.valid).length;
    const all = decided.length;
    console.log(
      `conformance: is ${count("is")} of ${all}, validate ${count("validate")} of ${all}`,
    );
  });

  test.each([...required])("decides all of %s.json", async (file, groups) => {
    const results = await decide(file, groups, "annotate");
    decided.push(...results);
    expect(results.filter((each) => !isRight(each)).map(told)).toEqual([]);
  });
});

describe.skipIf(!hasSuite)("its optional part", () => {
  const decided: Decided[] = [];
  afterAll(() => {
    console.log(`optional: ${decided.filter(isRight).length} of ${decided.length}`);
  });

  test.each([...optional])("decides all of %s.json", async (file, groups) => {
    // There, the meta-schema asks for it, and not the config.
    const formats = file === "optional/format-assertion" ? "annotate" : "assert";
    const results = await decide(file, groups, formats);
    decided.push(...results);
    expect(results.filter((each) => !isRight(each)).map(told)).toEqual([]);
  });
});

function isRight({ is, validate, valid }: Decided): boolean {
  return is === valid && validate === valid;
}

function told({ title, is, validate }: Decided): string {
  return `${title}: is says ${String(is)}, validate says ${String(validate)}`;
}
