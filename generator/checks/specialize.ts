import { type JsonType, jsonTypeOf } from "../core/json-type.js";
import type { Checks } from "./check.js";
import { located } from "./located.js";
import { never } from "./never.js";

/** Reduces optimised checks to those that matter for a value that is known to have a type. */
export function specialize(checks: Checks, type: JsonType): Checks {
  return checks.flatMap((check): Checks => {
    if (check.kind === "equals") {
      const values = check.values.filter((value) => jsonTypeOf(value) === type);
      return values.length === 0 ? [never(check.keyword, check.at)] : [{ ...check, values }];
    }
    if (check.kind !== "cases") return [check];
    const { types, cases } = check;
    const tests = types?.filter(
      (name) => name === type || (name === "integer" && type === "number"),
    );
    if (tests?.length === 0) {
      return [{ kind: "types", types: types ?? [], ...located(check.at) }];
    }
    const inner = cases.get(type) ?? [];
    return tests?.includes(type) === false
      ? [{ ...check, types: tests, cases: new Map([[type, inner]]) }]
      : inner;
  });
}
