import type { Check, CheckOf } from "../../checks/check.js";

/** A check that offers options. */
export type Choice = CheckOf<"any" | "one" | "switch">;

export function isChoice(check: Check): check is Choice {
  return check.kind === "any" || check.kind === "one" || check.kind === "switch";
}
