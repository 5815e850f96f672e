import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import type { Keywords } from "../keywords/keyword-values.js";
import { reach } from "../reach.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { findTag } from "../tags.js";
import type { PlaceKey } from "./all-schemas.js";

/** The places of the properties that tell the options of unions apart, and of what they refer to. */
export function tagPlaces(
  schemas: readonly ObjectSchema[],
  get: (id: SchemaId) => Schema,
): ReadonlySet<PlaceKey> {
  const tags = schemas.flatMap(({ keywords: { anyOf, oneOf, discriminator } }) =>
    [anyOf, oneOf].flatMap((options = []) => {
      const tag = findTag(options, discriminator?.propertyName, get);
      return tag === undefined ? [] : propertiesOf(options, tag.name, get);
    }),
  );
  const described = reach(tags, (schema) => referredBy(schema, get));
  return new Set(described.map(({ place }) => keyOfPlace(place)));
}

/** The schemas of a property of some objects. */
function propertiesOf(
  options: readonly Schema[],
  name: string,
  get: (id: SchemaId) => Schema,
): readonly Schema[] {
  const whole = reach(options, (schema) => [
    ...referredBy(schema, get),
    ...(keywordsOf(schema).allOf ?? []),
  ]);
  return whole.flatMap((schema) => keywordsOf(schema).properties?.get(name) ?? []);
}

function referredBy(schema: Schema, get: (id: SchemaId) => Schema): readonly Schema[] {
  const { $ref } = keywordsOf(schema);
  return $ref === undefined ? [] : [get($ref)];
}

function keywordsOf(schema: Schema): Keywords {
  return schema.kind === "object" ? schema.keywords : {};
}
