import type { Check } from "../check.js";

const keys = new WeakMap<Check, string>();

/** Whether two checks say the same, wherever they come from. */
export function isSameCheck(left: Check, right: Check): boolean {
  return left === right || (left.kind === right.kind && keyOfCheck(left) === keyOfCheck(right));
}

/** A text that is the same for checks that say the same in the same order. */
function keyOfCheck(check: Check): string {
  const known = keys.get(check);
  if (known !== undefined) return known;
  const key = JSON.stringify(check, (name, value: unknown) => {
    if (name === "at") return undefined;
    if (value instanceof Map) return [...value];
    return value instanceof RegExp ? String(value) : value;
  });
  keys.set(check, key);
  return key;
}
