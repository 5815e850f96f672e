import { below, type Place } from "../../core/place.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { revise } from "./changes.js";

const note = "Accepts `null` as well, by the policy `optional: nullable`.";

/** Keywords beside which `null` is not just added to `type`: they restrict values further, or name it. */
const notSimple = [
  "$ref",
  "$dynamicRef",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "const",
  "enum",
  "x-open-enum",
  "properties",
] as const;

/**
 * Makes the schema of a property accept `null` too. A schema that can be named stays separate from
 * the `null`, so that its name does not include it.
 */
export function orNull(schema: ObjectSchema): ObjectSchema {
  const { keywords, place } = schema;
  const id = `${schema.id}?optional`;
  const { type, readOnly, writeOnly } = keywords;
  if (type !== undefined && notSimple.every((name) => keywords[name] === undefined)) {
    return revise({ ...schema, id }, { keywords: { ...keywords, type: [...type, "null"] }, note });
  }
  const nothing: Schema = {
    kind: "object",
    id: `${schema.id}?null`,
    place,
    keywords: { type: ["null"] },
  };
  const { notes = [], documented = keywords } = schema.revision ?? {};
  return {
    kind: "object",
    id,
    place,
    keywords: {
      ...(readOnly !== undefined && { readOnly }),
      ...(writeOnly !== undefined && { writeOnly }),
      anyOf: [schema, nothing],
    },
    revision: { notes: [...notes, note], documented, places: { anyOf: placeOf(schema) } },
  };
}

/** The place of the keyword that decides the type of a value. */
function placeOf({ keywords, place, revision }: ObjectSchema): Place {
  const [name = "type"] = notSimple.filter((each) => keywords[each] !== undefined);
  return revision?.places[name] ?? below(place, name);
}
