import type { Models } from "../../model/model.js";
import type { Checks } from "../../checks/check.js";

/**
 * Whether checks reject `undefined` by themselves, so that a required property needs no test of
 * its own for being there.
 */
export function rejectsUndefined(checks: Checks, models: Models): boolean {
  return checks.some((check) => {
    switch (check.kind) {
      case "never":
      case "types":
      case "equals":
        return true;
      case "cases":
        return check.types !== undefined;
      case "any":
        return check.branches.every((branch) => rejectsUndefined(branch, models));
      case "call": {
        const schema = models.byId.get(check.model)?.schema;
        if (schema?.kind !== "object") return false;
        const { type, enum: values, const: value } = schema.keywords;
        return type !== undefined || values !== undefined || value !== undefined;
      }
      default:
        return false;
    }
  });
}
