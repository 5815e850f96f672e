import { below } from "../core/place.js";
import { readPattern } from "../core/patterns/read.js";
import type { ObjectSchema, Schema } from "./schema.js";

/**
 * Removes the patterns of property names that are in another regular expression dialect. Any
 * property that nothing else names may match such a pattern or be an additional one: it must be
 * valid as either, and counts as evaluated.
 *
 * @param register - Called with each schema that is made here.
 */
export function withoutForeignNames(
  schema: ObjectSchema,
  register: (made: Schema) => void,
): ObjectSchema {
  if (schema.keywords.patternProperties === undefined) return schema;
  const { patternProperties, ...others } = schema.keywords;
  const isForeign = ([pattern]: readonly [string, Schema]): boolean =>
    readPattern(pattern).kind === "foreign";
  const foreign = [...patternProperties].filter(isForeign).map(([, each]) => each);
  if (foreign.length === 0) return schema;
  const known = [...patternProperties].filter((each) => !isForeign(each));
  const { place } = schema;
  const id = `${schema.id}?additional`;
  const additional = others.additionalProperties ?? { kind: "boolean", id, place, value: true };
  const any = anyOf([...foreign, additional], {
    kind: "object",
    id,
    place,
    keywords: {},
    revision: { notes: [], documented: {}, places: { anyOf: below(place, "patternProperties") } },
  });
  if (any.id === id) register(any);
  return {
    ...schema,
    keywords: {
      ...others,
      ...(known.length > 0 && { patternProperties: new Map(known) }),
      additionalProperties: any,
    },
  };
}

/** Returns a schema that accepts what any of some schemas accepts: one of them, or `made`. */
function anyOf(options: readonly Schema[], made: ObjectSchema): Schema {
  const left = options.filter((option) => option.kind === "object" || option.value);
  const [first = options[0], ...rest] = left;
  const all = left.find((option) => option.kind === "boolean");
  return all ?? (rest.length === 0 ? first : undefined) ?? { ...made, keywords: { anyOf: left } };
}
