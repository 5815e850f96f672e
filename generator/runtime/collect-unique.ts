import { add, type Path } from "./collect.js";
import { findEqualItems } from "./unique.js";

/**
 * Adds a finding if two items of an array are equal.
 *
 * @param schemaPath - The place of the keyword, if the path does not imply it.
 */
export function collectUnique(value: readonly unknown[], path: Path, schemaPath?: string): void {
  const equal = findEqualItems(value);
  if (equal === undefined) return;
  const expected = "different items";
  const received = `array of length ${value.length} where items ${equal.join(" and ")} are equal`;
  add(path, { path, keyword: "uniqueItems", expected, value, received, schemaPath });
}
