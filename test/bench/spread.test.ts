import { expect, it } from "vitest";
import { median, spread } from "./spread.js";

it.each([
  [[3], 3, 0],
  [[9, 1, 5], 5, 0.4],
  [[4, 1, 10, 2], 3, 0.625],
  [[10, 12, 11, 9, 50], 11, 1 / 11],
  [[7, 7, 7], 7, 0],
])("of %j the median is %d and the spread %d", (values, middle, width) => {
  expect(median(values)).toBe(middle);
  expect(spread(values)).toBeCloseTo(width);
});

it("of no values is no number", () => {
  expect([median([]), spread([])]).toEqual([NaN, NaN]);
});
