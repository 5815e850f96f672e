import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { OverlayVersion } from "./overlay.js";
import { partsOf, withParts, type Traced } from "./traced.js";

/** The kinds of values for merging; `null` is a primitive. */
export type Kind = "object" | "array" | "primitive";

/** Is called with values that cannot be merged. The target then does not change. */
export type OnConflict = (target: Traced, update: Traced) => void;

/** Returns the kind of a value. */
export function kindOf(value: Json): Kind {
  if (isJsonObject(value)) return "object";
  return isJsonArray(value) ? "array" : "primitive";
}

/**
 * Merges a value into a selected one.
 *
 * An array gets the value as its last item; from version 1.1 on, the items of an array one by one. Everything
 * else is merged.
 *
 * @param target The selected value.
 * @param update The value to merge.
 * @param version The version of the overlay.
 * @param onConflict Is called with values that cannot be merged.
 * @see {@link https://spec.openapis.org/overlay/v1.0.0.html#action-object | Overlay 1.0, Action Object}
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html#action-object | Overlay 1.1, Action Object}
 */
export function put(
  target: Traced,
  update: Traced,
  version: OverlayVersion,
  onConflict: OnConflict,
): Traced {
  if (!appends(target.value, update.value, version)) return merged(target, update, onConflict);
  return withParts(target, [...partsOf(target), ["-", update]]);
}

/** Returns whether a value becomes one item of a selected array. */
export function appends(target: Json, update: Json, version: OverlayVersion): boolean {
  return isJsonArray(target) && (version === "1.0" || !isJsonArray(update));
}

/** Merges members one by one, appends items, and replaces other values. */
function merged(target: Traced, update: Traced, onConflict: OnConflict): Traced {
  const kind = kindOf(target.value);
  if (kind !== kindOf(update.value)) {
    onConflict(target, update);
    return target;
  }
  switch (kind) {
    case "object": {
      const members = new Map(partsOf(target));
      for (const [name, member] of partsOf(update)) {
        const known = members.get(name);
        members.set(name, known === undefined ? member : merged(known, member, onConflict));
      }
      return withParts(target, [...members]);
    }
    case "array":
      return withParts(target, [...partsOf(target), ...partsOf(update)]);
    case "primitive":
      return update;
  }
}
