import { expect, it } from "vitest";
import { DeepRecursion } from "../../generator/core/deep-recursion.js";

it.each([0, 1, 99, 100, 101, 50_000])("derives what leads %d calls deep", (depth) => {
  let calls = 0;
  const length = new DeepRecursion().remember((rest: number): number => {
    calls += 1;
    return rest === 0 ? 0 : 1 + length(rest - 1);
  }, NaN);
  expect(length(depth)).toBe(depth);
  // Of those that are interrupted, each is made once more.
  expect(calls).toBeLessThanOrEqual(2 * (depth + 1));
  length(depth);
  expect(calls).toBeLessThanOrEqual(2 * (depth + 1));
});

it.each([3, 20_000])("answers a circle of %d with what is known meanwhile, once", (size) => {
  const recursion = new DeepRecursion();
  const asked: number[] = [];
  const sum = recursion.remember((at: number): number => {
    asked.push(at);
    return 1 + sum((at + 1) % size);
  }, 0);
  expect(sum(0)).toBe(size);
  expect(recursion.provisional).toBe(1);
  // The others keep what they were part of.
  expect(sum(1)).toBe(size - 1);
  expect(new Set(asked).size).toBe(size);
});

it("lets functions call each other", () => {
  const recursion = new DeepRecursion();
  const isEven = recursion.remember((n: number): boolean => n === 0 || isOdd(n - 1), false);
  const isOdd = recursion.remember((n: number): boolean => n > 0 && isEven(n - 1), false);
  expect([isEven(30_000), isOdd(30_001), isEven(12_345)]).toEqual([true, true, false]);
});

it("passes on what a function throws", () => {
  const fails = new DeepRecursion().remember((n: number): number => {
    if (n === 0) throw new Error("none");
    return fails(n - 1);
  }, 0);
  expect(() => fails(1000)).toThrow("none");
});
