import { isEqual } from "../../runtime/values.js";
import type { Check } from "../check.js";

/** The property or the keyword of a check, in which most checks differ. */
export function subjectOf(check: Check): string {
  return "name" in check ? check.name : "keyword" in check ? check.keyword : check.kind;
}

/** Whether two checks are equal, wherever they are written. */
export function isSameCheck(left: Check, right: Check): boolean {
  return isSame(left, right);
}

/** Whether parts of checks are the same. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((each, index) => isSame(each, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  if (left instanceof RegExp) return right instanceof RegExp && String(left) === String(right);
  if (left instanceof Map) return right instanceof Map && isSame([...left], [...right]);
  for (const name in left) {
    if (name === "at") continue;
    // This member holds values of a document.
    const areSame = name === "values" ? isEqual : isSame;
    if (!areSame(left[name], right[name])) return false;
  }
  for (const name in right) {
    if (name !== "at" && left[name] === undefined && right[name] !== undefined) return false;
  }
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
