import { isObject } from "./plain-object.js";

/** The suffix of marked keys, which no setting or name has. */
const mark = "\0";

/** The names of the members that every object inherits. */
export const inheritedKeys: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
];

/**
 * Returns whether valibot silently ignores a key: it drops some keys so as not to change prototypes, and
 * treats inherited members as known.
 */
function isInherited(key: string): boolean {
  return inheritedKeys.includes(key);
}

/** Returns a copy of a value with marked keys, in which valibot sees every key. */
export function markKeys(value: unknown): unknown {
  return mapKeys(value, (key) => (isInherited(key) ? key + mark : key));
}

/** Returns a copy of a value with the original keys. */
export function unmarkKeys(value: unknown): unknown {
  return mapKeys(value, unmarkKey);
}

/** Returns the original form of a key. */
export function unmarkKey(key: string): string {
  return key.endsWith(mark) ? key.slice(0, -1) : key;
}

/** The deepest nesting of settings: a config in JavaScript may be circular. */
const deepest = 12;

function mapKeys(value: unknown, rename: (key: string) => string, depth = 0): unknown {
  if (Array.isArray(value) && depth <= deepest) {
    return value.map((item) => mapKeys(item, rename, depth + 1));
  }
  if (!isObject(value) || depth > deepest) return value;
  // Unlike an assignment, this also makes a property of the name `__proto__`.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [rename(key), mapKeys(item, rename, depth + 1)]),
  );
}
