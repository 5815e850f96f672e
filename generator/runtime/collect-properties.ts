import { closest } from "./closest.js";
import { add, type Path } from "./collect.js";

/**
 * Adds a finding about a missing property.
 *
 * @param path - The path of the property.
 * @param schemaPath - The place of the keyword, if the path does not imply it.
 */
export function reportMissing(
  path: Path,
  keyword: string,
  expected: string,
  schemaPath?: string,
): void {
  add(path, { path, keyword, expected, value: undefined, schemaPath });
}

/**
 * Adds a finding about a property that is not allowed.
 *
 * @param names - The allowed names.
 */
export function reportUnexpected(
  path: Path,
  keyword: string,
  names: Iterable<string>,
  value: unknown,
  schemaPath?: string,
): void {
  const meant = closest(String(path[1]), [...names]);
  add(path, { path, keyword, expected: "no such property", value, schemaPath, meant });
}
