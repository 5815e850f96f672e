import type { ObjectSchema } from "../schema.js";
import type { Change } from "./changes.js";

/** Has a schema that describes objects accept objects only. */
export function asObject({ keywords, place }: ObjectSchema): Change {
  return {
    keywords: { ...keywords, type: ["object"] },
    note: "Accepts objects only, by the policy `untypedProperties: object`.",
    places: { type: place },
  };
}
