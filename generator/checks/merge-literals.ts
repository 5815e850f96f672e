import type { Json } from "../core/json.js";
import type { Place } from "../core/place.js";
import type { Check, Checks } from "./check.js";
import { located } from "./located.js";
import { uniqueValues } from "./value-key.js";

/** Merges the alternatives that are only literals into one, at the position of the first. */
export function mergeLiterals(
  branches: readonly Checks[],
  at: Place | undefined,
): readonly Checks[] {
  const values = branches.map(literalsOf);
  const [first, ...others] = values.flatMap((some, index) => (some === undefined ? [] : [index]));
  if (first === undefined || others.length === 0) return branches;
  const all = uniqueValues(values.flatMap((some) => some ?? []));
  const equals: Check = { kind: "equals", keyword: "enum", values: all, ...located(at) };
  return branches.flatMap((branch, index) =>
    index === first ? [[equals]] : values[index] === undefined ? [branch] : [],
  );
}

/** The values that an alternative accepts, if it is only an `equals`. */
export function literalsOf([check, ...others]: Checks): readonly Json[] | undefined {
  return check?.kind === "equals" && others.length === 0 ? check.values : undefined;
}
