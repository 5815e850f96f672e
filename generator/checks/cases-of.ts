import type { JsonType, SchemaType } from "../core/json-type.js";
import type { Place } from "../core/place.js";
import type { Check, Checks } from "./check.js";
import { located } from "./located.js";

/**
 * A `cases` check.
 *
 * @param types The types that pass; every type, if undefined.
 * @param cases The checks for a value of each type.
 */
export function casesOf(
  types: readonly SchemaType[] | undefined,
  cases: Iterable<readonly [JsonType, Checks]>,
  at: Place | undefined,
): Check {
  return {
    kind: "cases",
    ...located(at),
    ...(types !== undefined && { types }),
    cases: new Map(cases),
  };
}
