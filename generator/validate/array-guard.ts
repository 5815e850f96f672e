import { collect, report, type CollectingSchema } from "../runtime/collect.js";
import type { ModelSchema } from "../runtime/schema.js";
import type { Guard } from "./guard.js";

/**
 * Returns the guard of an array of a model. The paths of its issues begin with the index of the item.
 *
 * @param item The schema of the model.
 */
export function arrayGuard(item: ModelSchema<unknown>): Guard {
  const array: CollectingSchema = {
    "~place": item["~place"],
    "~collect": (value, path) => {
      if (!Array.isArray(value)) return report(path, "type", `array of ${item.name}`, value, "");
      for (const [index, each] of value.entries()) {
        if (!item.is(each)) item["~collect"](each, [path, index, item]);
      }
    },
  };
  return (value, options) =>
    Array.isArray(value) && value.every(item.is) ? [] : collect(array, value, options);
}
