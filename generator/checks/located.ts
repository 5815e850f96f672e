import type { Place } from "../core/place.js";
import type { Check } from "./check.js";

/** The `at` of a check, to be spread into it; nothing, if its place is unknown. */
export function located(at: Place | undefined): Pick<Check, "at"> {
  return at === undefined ? {} : { at };
}
