import type { ObjectSchema } from "../schema.js";
import type { Change } from "./changes.js";

/** Makes a schema that describes objects accept only objects. */
export function asObject({ keywords, place }: ObjectSchema): Change {
  return {
    keywords: { ...keywords, type: ["object"] },
    note: "Accepts objects only, by the policy `untypedProperties: object`.",
    places: { type: place },
  };
}
