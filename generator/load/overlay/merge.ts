import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { OverlayVersion } from "./overlay.js";
import { partsOf, withParts, type Traced } from "./traced.js";

/** The kinds of values that merging tells apart; `null` is one of the primitives. */
export type Kind = "object" | "array" | "primitive";

/** Is called with values that cannot be merged; the target then stays what it was. */
export type OnConflict = (target: Traced, update: Traced) => void;

/** The kind of a value. */
export function kindOf(value: Json): Kind {
  if (isJsonObject(value)) return "object";
  return isJsonArray(value) ? "array" : "primitive";
}

/**
 * Puts a value into one that an action selects.
 *
 * An array gets the value as its last item; since version 1.1, the items of an array one by one.
 * Everything else is merged.
 *
 * @param target What is selected.
 * @param update What is put into it.
 * @param version The version of the overlay.
 * @param onConflict Is called with what does not fit.
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

/** Whether a value becomes one item of an array that is selected. */
export function appends(target: Json, update: Json, version: OverlayVersion): boolean {
  return isJsonArray(target) && (version === "1.0" || !isJsonArray(update));
}

/** Members are merged one by one, items come after those that are there, the rest is replaced. */
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
