import { reportProperty, type Path } from "./collect.js";
import { typeOf } from "./describe.js";
import { isInteger } from "./values.js";

/**
 * Adds a finding unless a property has one of some types.
 *
 * @param types - Scalar types as messages name them: `string`, `integer or null`.
 */
export function requireType(
  path: Path,
  types: string,
  object: Record<string, unknown>,
  name: string,
): void {
  if (!isOfTypes(object[name], types)) reportProperty(path, "type", types, object, name);
}

/** The same for a property that may be missing. */
export function checkType(
  path: Path,
  types: string,
  object: Record<string, unknown>,
  name: string,
): void {
  if (object[name] !== undefined) requireType(path, types, object, name);
}

function isOfTypes(value: unknown, types: string): boolean {
  return types.includes(typeOf(value)) || (types.includes("integer") && isInteger(value));
}
