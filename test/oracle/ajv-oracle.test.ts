import type { Json } from "../../generator/core/json.js";
import { describe, expect, test } from "vitest";
import { mends } from "./ajv-mends.js";
import { ajvOracles, plainAjvOracles } from "./ajv-oracle.js";
import { isMultipleOf } from "./decimal.js";
import { documentOf } from "./keywords/document.js";

describe.each(mends)("Ajv is mended for $keyword, since it $reason", ({ keyword, needed }) => {
  test.each(
    needed.map(([value, instance, isValid, others]) => {
      const schema: Json = { [keyword]: value, ...others };
      return [schema, instance, isValid] as const;
    }),
  )("%j with %j: %s", (schema, instance, isValid) => {
    const document = documentOf("3.1.0", [["Schema", schema]]);
    const pointer = "/components/schemas/Schema";
    expect(ajvOracles(document)(pointer)(instance)).toBe(isValid);
    const plain = outcome(() => plainAjvOracles(document)(pointer)(instance));
    expect(plain).not.toBe(isValid);
  });
});

describe("a multiple in decimals", () => {
  test.each([
    [0, 0.1, true],
    [0.3, 0.1, true],
    [-0.3, 0.1, true],
    [0.35, 0.1, false],
    [0.07, 0.01, true],
    [1.005, 0.01, false],
    [3e-7, 1e-7, true],
    [1.5e-7, 1e-7, false],
    [1e21, 1.5, false],
    [3e21, 1.5, true],
    [1e30, 5, true],
    [12, 5, false],
  ])("%d of %d: %s", (value, divisor, expected) => {
    expect(isMultipleOf(value, divisor)).toBe(expected);
  });
});

function outcome(judge: () => boolean): Json {
  try {
    return judge();
  } catch {
    return "an error";
  }
}
