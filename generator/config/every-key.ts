import { isObject } from "./plain-object.js";

/** What a key ends with while valibot looks at it; no setting and no name has it. */
const mark = "\0";

/** What every object has without having been given it. */
export const inheritedKeys: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
];

/**
 * Whether valibot overlooks a key without a word: it leaves some out, so as not to change prototypes,
 * and takes what every object inherits for one that it knows.
 */
function isInherited(key: string): boolean {
  return inheritedKeys.includes(key);
}

/** A copy of a value in which valibot sees every key. */
export function markKeys(value: unknown): unknown {
  return mapKeys(value, (key) => (isInherited(key) ? key + mark : key));
}

/** A copy of a value with the keys that it had before they were marked. */
export function unmarkKeys(value: unknown): unknown {
  return mapKeys(value, unmarkKey);
}

/** The key that was marked; any other one as it is. */
export function unmarkKey(key: string): string {
  return key.endsWith(mark) ? key.slice(0, -1) : key;
}

/** How deep settings can lie; a config in JavaScript may hold itself. */
const deepest = 12;

function mapKeys(value: unknown, rename: (key: string) => string, depth = 0): unknown {
  if (Array.isArray(value) && depth <= deepest) {
    return value.map((item) => mapKeys(item, rename, depth + 1));
  }
  if (!isObject(value) || depth > deepest) return value;
  // Unlike an assignment, this makes a property of `__proto__`, too.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [rename(key), mapKeys(item, rename, depth + 1)]),
  );
}
