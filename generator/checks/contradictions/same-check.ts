import { isEqual } from "../../runtime/values.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { Check, Checks } from "../check.js";

/** The property or the keyword of a check, in which most checks differ. */
export function subjectOf(check: Check): string {
  return "name" in check ? check.name : "keyword" in check ? check.keyword : check.kind;
}

/** Whether two checks are equal, wherever they are written. */
export function isSameCheck(left: Check, right: Check): boolean {
  return isSame(left, right, isIdentical);
}

/**
 * Whether two lists of checks are equal, wherever they are written.
 *
 * @param isSameModel Whether a call of the guard of one model counts as that of another one.
 */
export function areSameChecks(
  left: Checks,
  right: Checks,
  isSameModel: (left: SchemaId, right: SchemaId) => boolean,
): boolean {
  return isSame(
    left,
    right,
    (one, other) => typeof one === "string" && typeof other === "string" && isSameModel(one, other),
  );
}

function isIdentical(left: unknown, right: unknown): boolean {
  return left === right;
}

/** Whether parts of checks are the same. */
function isSame(
  left: unknown,
  right: unknown,
  isSameModel: (left: unknown, right: unknown) => boolean,
): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((each, index) => isSame(each, right[index], isSameModel))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  if (left instanceof RegExp) return right instanceof RegExp && String(left) === String(right);
  if (left instanceof Map)
    return right instanceof Map && isSame([...left], [...right], isSameModel);
  for (const name in left) {
    if (name === "at") continue;
    const [one, other] = [left[name], right[name]];
    // The member "values" holds values of a document.
    const areSame =
      name === "values"
        ? isEqual(one, other)
        : name === "model"
          ? isSameModel(one, other)
          : isSame(one, other, isSameModel);
    if (!areSame) return false;
  }
  for (const name in right) {
    if (name !== "at" && left[name] === undefined && right[name] !== undefined) return false;
  }
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
