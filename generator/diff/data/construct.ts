import type { Check } from "../../checks/check.js";
import { parsePointer } from "../../core/pointer.js";

/** Returns the keyword of a check that could not be decided. */
export function constructOf(check: Check): string {
  const [only] = check.kind === "when" ? check.checks : [check];
  const at = (only ?? check).at ?? check.at;
  const last = at === undefined ? undefined : parsePointer(at.pointer).at(-1);
  return last ?? (only ?? check).kind;
}
