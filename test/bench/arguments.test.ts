import { describe, expect, it } from "vitest";
import { readArguments, usage } from "./arguments.js";

const parts = ["guards", "growth"];

describe("the arguments of a benchmark", () => {
  it.each([
    [[], {}],
    [["--only", "guards"], { only: new Set(["guards"]) }],
    [["--only", "guards,growth"], { only: new Set(["guards", "growth"]) }],
    [["--only", "guards", "--only", "growth"], { only: new Set(["guards", "growth"]) }],
    [["--runs", "3", "--quick"], { runs: 3, quick: true }],
    [["--against", "RESULTS.md"], { against: "RESULTS.md" }],
    [["-h"], { help: true }],
  ])("%j", (args, wanted) => {
    const defaults = { help: false, quick: false, only: undefined, runs: 5, against: undefined };
    expect(readArguments(args, parts)).toEqual({ ...defaults, ...wanted });
  });

  it.each([
    [["--only", "guard"], 'there is no part "guard"; the parts are guards, growth'],
    [["--only", "guards,"], 'there is no part ""'],
    [["--runs", "0"], '--runs takes a number from 1, not "0"'],
    [["--runs", "many"], '--runs takes a number from 1, not "many"'],
    [["--fast"], "Unknown option '--fast'"],
    [["guards"], "Unexpected argument 'guards'"],
  ])("%j is refused", (args, message) => {
    expect(() => readArguments(args, parts)).toThrow(message);
  });

  it("are explained, with the parts in a table", () => {
    const text = usage([
      ["a", "one"],
      ["longer", "other"],
    ]);
    expect(text).toMatch(/^usage: npm run bench -- \[options\]$/m);
    expect(text).toMatch(/^ {2}a {7}one\n {2}longer {2}other$/m);
  });
});
