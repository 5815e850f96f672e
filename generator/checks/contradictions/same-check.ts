import type { Check } from "../check.js";

const keys = new WeakMap<Check, string>();

/** Whether two checks say the same, wherever they come from. */
export function isSameCheck(left: Check, right: Check): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind || nameOf(left) !== nameOf(right)) return false;
  return keyOfCheck(left) === keyOfCheck(right);
}

/** The property or the keyword that a check is about: most checks differ in that. */
function nameOf(check: Check): string | undefined {
  return "name" in check ? check.name : "keyword" in check ? check.keyword : undefined;
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
