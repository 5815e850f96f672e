import { afterAll, describe, expect, test } from "vitest";
import { loadPackage } from "../support/load-package.js";
import { hasSuite, readSuite, retrieveRemote, suiteFolder, type SuiteGroup } from "./suite.js";

const base = "https://guardsmith.test/";

/** How many of the suite's tests each of the two printers has passed. */
const passed = { is: 0, validate: 0 };
const failures: string[] = [];
let total = 0;

if (!hasSuite) console.log(`conformance: skipped, there is no test suite in ${suiteFolder}`);

describe.skipIf(!hasSuite)("the JSON Schema Test Suite, draft 2020-12", () => {
  afterAll(() => {
    for (const failure of failures) console.log(`conformance: ${failure}`);
    console.log(
      `conformance: is ${passed.is} of ${total}, validate ${passed.validate} of ${total}`,
    );
  });

  const suite = hasSuite ? readSuite() : new Map<string, readonly SuiteGroup[]>();
  test.each([...suite])("decides all of %s.json", async (file, groups) => {
    const { guards } = await loadPackage({
      spec: { text: JSON.stringify(documentOf(file, groups)), uri: `${base}${file}.json` },
      retrieve: (uri) => retrieveGroup(uri, suite) ?? retrieveRemote(uri),
    });
    const before = failures.length;
    for (const [index, { description, tests }] of groups.entries()) {
      const { is, validate } = guards(`Test${index}`);
      for (const { description: name, data, valid } of tests) {
        total += 1;
        const title = `${file}: ${description}: ${name}`;
        const verdicts = {
          is: answerOf(() => is(data)),
          validate: answerOf(() => validate(data).issues === undefined),
        };
        for (const printer of ["is", "validate"] as const) {
          if (verdicts[printer] === valid) passed[printer] += 1;
          else failures.push(`${title}: ${printer} says ${String(verdicts[printer])}`);
        }
      }
    }
    expect(failures.slice(before)).toEqual([]);
  });
});

/** A document with a component for each group, whose schema stands in a file of its own. */
function documentOf(file: string, groups: readonly SuiteGroup[]): object {
  const schemas = groups.map((_, index) => [
    `Test${index}`,
    { $ref: `${base}suite/${file}/${index}.json` },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: file, version: "1" },
    components: { schemas: Object.fromEntries(schemas) as object },
  };
}

function retrieveGroup(
  uri: string,
  suite: ReadonlyMap<string, readonly SuiteGroup[]>,
): string | undefined {
  const [, file = "", index = ""] = /\/suite\/(.+)\/(\d+)\.json$/.exec(uri) ?? [];
  const group = suite.get(file)?.[Number(index)];
  return group === undefined ? undefined : JSON.stringify(group.schema);
}

function answerOf(ask: () => boolean): boolean | string {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}
