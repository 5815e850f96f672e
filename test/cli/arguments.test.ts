import { describe, expect, test } from "vitest";
import { positiveInteger, seconds, wholeNumber } from "../../generator/cli/arguments.js";

type Reader = (text: string) => number;

describe.each<[name: string, read: Reader, values: readonly string[], wrong: readonly string[]]>([
  [
    "a whole number",
    wholeNumber,
    ["0", "7", "100"],
    ["", "-1", "1.5", "1e3", "seven", "1234567890"],
  ],
  ["a positive whole number", positiveInteger, ["1", "10"], ["", "0", "01", "-1", "1.5", "1e3"]],
  ["seconds", seconds, ["1", "0.5", "300", "0.001"], ["", "0", "0.000", "-1", ".5", "1e3", "5s"]],
])("%s", (_name, read, values, wrong) => {
  test.each(values)("is %s", (text) => {
    expect(read(text)).toBe(Number(text));
  });

  test.each(wrong)("is not %j", (text) => {
    expect(() => read(text)).toThrow("It has to be");
  });
});
