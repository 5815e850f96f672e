import { describe, expect, it } from "vitest";
import { commandsIn, missingLine, type Commands } from "./run-readme.js";

const fence = "```";

describe("the commands of a README", () => {
  it.each<[what: string, lines: readonly string[], found: readonly Commands[]]>([
    ["none", ["# Title", "text"], []],
    [
      "a block of them",
      [`${fence}sh`, "npm install", "npm test   # all of it", fence],
      [{ commands: ["npm install", "npm test"], output: [] }],
    ],
    [
      "their output, without what is left out",
      [`${fence}sh`, "npm start", fence, "", fence, "one", "…", "  two", fence],
      [{ commands: ["npm start"], output: ["one", "  two"] }],
    ],
    [
      "no block of another language",
      [`${fence}sh`, "npm start", fence, "", `${fence}ts`, "one;", fence, "", fence, "two", fence],
      [{ commands: ["npm start"], output: [] }],
    ],
  ])("are: %s", (_what, lines, found) => {
    expect(commandsIn(`${lines.join("\n")}\n`)).toEqual(found);
  });
});

describe("the output that a README shows", () => {
  it.each<[what: string, shown: readonly string[], output: string, missing: string | undefined]>([
    ["nothing", [], "one\n", undefined],
    ["all lines", ["one", "two"], "one\ntwo\n", undefined],
    ["some lines", ["two", "four"], "one\ntwo\nthree\nfour\n", undefined],
    ["another time", ["done in 0.3 s: all"], "done in 12.0 s: all\n", undefined],
    ["a time in milliseconds", ["built in 97ms"], "built in 1.20s\n", undefined],
    ["another line", ["one", "too"], "one\ntwo\n", "too"],
    ["a part of a line", ["tw"], "two\n", "tw"],
    ["lines in another order", ["two", "one"], "one\ntwo\n", "one"],
    ["a line twice", ["one", "one"], "one\ntwo\n", "one"],
    ["another count", ["3 models in 0.1 s"], "4 models in 0.1 s\n", "3 models in 0.1 s"],
  ])("is compared: %s", (_what, shown, output, missing) => {
    expect(missingLine(shown, output)).toBe(missing);
  });
});
