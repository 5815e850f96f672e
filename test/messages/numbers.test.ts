import { describe, expect, test } from "vitest";
import { guardsInMemory } from "../support/guards-in-memory.js";

/** Numbers as a document may write them, and a number beyond. */
const rows: readonly (readonly [
  keyword: string,
  written: string,
  beyond: number,
  shown: string,
])[] = [
  ["maximum", "9223372036854775807", 1e20, "of at most 9223372036854775807"],
  ["minimum", "-9223372036854775808", -1e20, "of at least -9223372036854775808"],
  ["exclusiveMaximum", "18446744073709551615", 1e20, "below 18446744073709551615"],
  ["minimum", "0.1", 0, "of at least 0.1"],
  ["maximum", "0.12345678901234567890", 1, "of at most 0.12345678901234567890"],
  ["maximum", "1e21", 1e22, "of at most 1e21"],
  ["maximum", "1000000000000000000000000", 1e30, "of at most 1000000000000000000000000"],
  ["maximum", "123456789012345", 1e20, "of at most 123456789012345"],
  ["exclusiveMaximum", "true, maximum: 9007199254740993", 1e20, "below 9007199254740993"],
];

const yaml = [
  "openapi: 3.1.0",
  "info: { title: t, version: '1' }",
  "components:",
  "  schemas:",
  ...rows.map(
    ([keyword, written], index) => `    Row${index}: { type: number, ${keyword}: ${written} }`,
  ),
  "    Small: { type: number, multipleOf: 0.0000001 }",
  "    Long: { type: integer, format: int64 }",
].join("\n");

const loaded = await guardsInMemory({ spec: { text: yaml }, config: { formats: "assert" } });

function messagesOf(model: string, value: number): readonly string[] {
  const { issues = [] } = loaded.guards(model).validate(value);
  return issues.map(({ message }) => message.replace(/, received .*/, ""));
}

describe("a message shows a number of the document as it is written", () => {
  test.each(rows.map((row, index) => [...row, index] as const))(
    "%s: %s",
    (_keyword, _written, beyond, shown, index) => {
      expect(messagesOf(`Row${index}`, beyond)).toEqual([`expected a number ${shown}`]);
    },
  );

  test("multipleOf", () => {
    expect(messagesOf("Small", 1e-8)).toEqual(["expected a multiple of 0.0000001"]);
  });

  test.each([
    [1e19, "of at most 9223372036854775807"],
    [-1e19, "of at least -9223372036854775808"],
  ])("int64, for %d", (value, shown) => {
    expect(messagesOf("Long", value)).toEqual([`expected a number ${shown}`]);
  });
});

test("the same from JSON", async () => {
  const text = `{ "openapi": "3.1.0", "info": { "title": "t", "version": "1" }, "components": {
    "schemas": { "Big": { "type": "number", "maximum": 9223372036854775807 } } } }`;
  const { guards } = await guardsInMemory({ spec: { text } });
  expect(guards("Big").validate(1e20).issues?.[0]?.message).toContain("9223372036854775807");
});
