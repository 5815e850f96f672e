/** The keys that valibot leaves out of objects without a word, so as not to change prototypes. */
const leftOut = /^(?:__proto__|prototype|constructor)$/;

/** What such a key ends with while valibot looks at it; no setting and no name has it. */
const mark = "\0";

/** A copy of a value in which valibot sees every key. */
export function markKeys(value: unknown): unknown {
  return mapKeys(value, (key) => (leftOut.test(key) ? key + mark : key));
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
const deepest = 8;

function mapKeys(value: unknown, rename: (key: string) => string, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, rename, depth + 1));
  // Unlike an assignment, this makes a property of `__proto__`, too.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [rename(key), mapKeys(item, rename, depth + 1)]),
  );
}
