import { describe, expect, test } from "vitest";
import { expectedType, hasDefault } from "./python-type.js";

describe("a documented Python type asks for a TypeScript type", () => {
  test.each([
    ["str", "string"],
    ["int", "number"],
    ["BatchUsage", "BatchUsage"],
    ["Optional[int]", "number | null"],
    ["Optional[int] = None", "number | null"],
    ["List[str]", "string[]"],
    ["List[Optional[str]]", "(string | null)[]"],
    ["Optional[List[BatchError]] = None", "BatchError[] | null"],
    ["Optional[Metadata] = None", "Metadata | null"],
    ["Dict[str, str]", "Record<string, string>"],
    ["Dict[str, List[int]]", "Record<string, number[]>"],
    ['Literal["batch"]', '"batch"'],
    ['Literal["b", "a"]', '"b" | "a"'],
    ['Literal[\n    "b",\n    "a"\n]', '"b" | "a"'],
    ['Optional[Literal["b", "a"]] = None', '"b" | "a" | null'],
  ])("%s asks for %s", (pythonType, type) => {
    expect(expectedType(pythonType)).toBe(type);
  });

  test.each([
    "",
    "float",
    "Set[str]",
    "Optional[]",
    "Optional[int",
    "Optional[int]]",
    "Optional[int, str]",
    "Dict[str]",
    "Literal[1]",
    "Literal[str]",
    "int = 0",
    "int str",
  ])("%j is refused: the documents do not use it", (pythonType) => {
    expect(() => expectedType(pythonType)).toThrow();
  });

  test("a field has a default exactly when its annotation ends with = None", () => {
    expect(hasDefault("Optional[int] = None")).toBe(true);
    expect(hasDefault("Optional[int]")).toBe(false);
    expect(hasDefault("int")).toBe(false);
  });
});
