import { below, type Place } from "../../core/place.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { revise } from "./changes.js";

const note = "Accepts `null` as well, by the policy `optional: nullable`.";

/** Keywords besides which a type says all of what a value is, so that `null` can be one more. */
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
 * The schema of a property that also accepts `null`. What can be named stays a schema of its own
 * beside the `null`, so that its name does not stand for that.
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

/** Where what a schema says of the type of a value stands in the document. */
function placeOf({ keywords, place, revision }: ObjectSchema): Place {
  const [name = "type"] = notSimple.filter((each) => keywords[each] !== undefined);
  return revision?.places[name] ?? below(place, name);
}
