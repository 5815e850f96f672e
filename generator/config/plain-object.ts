/**
 * Whether a value is an object with members of its own: no array, no instance of a class, and nothing
 * that inherits from another object, whose members would be missed.
 */
export function isObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The modules of another realm have an `Object` of their own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
