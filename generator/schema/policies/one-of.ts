import { below } from "../../core/place.js";
import type { ObjectSchema } from "../schema.js";
import { without, type Change } from "./changes.js";

/**
 * Reads `oneOf` as `anyOf`. If options accept more than as written, a value may match several
 * options instead of one, and must not be rejected for that.
 *
 * @param reason - Why they accept more.
 */
export function asAnyOf({ id, place, keywords }: ObjectSchema, reason: string): Change | undefined {
  const { oneOf, anyOf, allOf = [] } = keywords;
  if (oneOf === undefined) return undefined;
  const others = without(keywords, new Set(["oneOf"]));
  const note = `Values may match several of its options, because ${reason}.`;
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
