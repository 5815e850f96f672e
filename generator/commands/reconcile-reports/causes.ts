import type { Cause } from "../../reconcile/reconciliation.js";

const titles: Readonly<Record<Cause, string>> = {
  "null-not-allowed": "null not allowed",
  "property-missing": "required property missing",
  "value-not-listed": "value not listed",
  "type-not-allowed": "type not allowed",
  "bound-exceeded": "bound exceeded",
  "pattern-not-matched": "pattern not matched",
  "property-not-allowed": "property not allowed",
  "several-options-match": "several options match",
  "no-option-matches": "no option matches",
  other: "another keyword broken",
};

/** Every cause, in the order of reports for causes with equally many places. */
// The keys of the table are the causes.
export const causes: readonly Cause[] = Object.keys(titles) as Cause[];

/** Returns a cause in words: `null not allowed`. */
export function titleOf(cause: Cause): string {
  return titles[cause];
}
