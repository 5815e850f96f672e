import { closest } from "./closest.js";
import { add, type Path } from "./collect.js";

/**
 * Adds that a property is missing.
 *
 * @param path - The path of the property.
 * @param schemaPath - Where the keyword is, if the path does not tell.
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
 * Adds that a property must not be there.
 *
 * @param names - The names that there may be.
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
