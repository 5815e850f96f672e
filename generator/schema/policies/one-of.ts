import { below } from "../../core/place.js";
import type { ObjectSchema } from "../schema.js";
import { without, type Change } from "./changes.js";

/**
 * Reads `oneOf` as `anyOf`: where options accept more than is written, a value that only one
 * accepted could now match several, and policies that widen must not have that rejected.
 */
export function asAnyOf({ id, place, keywords }: ObjectSchema): Change | undefined {
  const { oneOf, anyOf, allOf = [] } = keywords;
  if (oneOf === undefined) return undefined;
  const others = without(keywords, new Set(["oneOf"]));
  const note = "Values may match several of its options, since policies widened these.";
  if (anyOf === undefined) {
    const places = { anyOf: below(place, "oneOf") };
    return { keywords: { ...others, anyOf: oneOf }, note, places };
  }
  const part: ObjectSchema = {
    kind: "object",
    id: `${id}?oneOf`,
    place,
    keywords: { anyOf: oneOf },
    revision: { notes: [], documented: {}, places: { anyOf: below(place, "oneOf") } },
  };
  return { keywords: { ...others, allOf: [...allOf, part] }, note };
}
