import { expect, it } from "vitest";
import { median } from "./rounds.js";

it.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 10, 2], 3],
  [[], NaN],
])("of %j the median is %d", (values, want) => {
  expect(median(values)).toBe(want);
});
