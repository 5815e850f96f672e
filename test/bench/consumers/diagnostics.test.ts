import { expect, it } from "vitest";
import { readDiagnostics } from "./diagnostics.js";

const output = `main.ts(1,1): error TS2304: Cannot find name 'x'.
main.ts(2,1): error TS2304: Cannot find name 'y'.
Files:                       120
Types:                      2634
Instantiations:             2863
Memory used:              74000K
Check time:                1.24s
Total time:                2.89s
`;

it("reads the figures and counts the errors", () => {
  expect(readDiagnostics(output)).toEqual({
    instantiations: 2863,
    types: 2634,
    check: 1.24,
    total: 2.89,
    memory: 74_000 * 1024,
    errors: 2,
  });
});

it("names a figure that is missing", () => {
  expect(() => readDiagnostics(output.replace("Types:", "Kinds:"))).toThrow("no “Types” in");
});
