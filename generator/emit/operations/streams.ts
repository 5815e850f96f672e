import type { Place } from "../../core/place.js";
import { below } from "../../core/place.js";
import type { Found } from "../../openapi/navigate.js";
import { appliedInPlace } from "../../schema/children.js";
import { jsonTypesIn } from "../../schema/json-types.js";
import type { Schema } from "../../schema/schema.js";
import type { Schemas } from "../../schema/schemas.js";

/** What the items of a stream are described by. */
export interface StreamItems {
  /** The place of the schema of an item; undefined, if there is none. */
  readonly place: Place | undefined;
  /** Whether the schema describes a whole event, and not only its data. */
  readonly isEvent: boolean;
}

/**
 * Returns the schema of the items of a stream. Since version 3.2 it is `itemSchema`. Before, and without it,
 * `schema` describes an item, or the list of all items. It describes events as objects if every value has the
 * fields `event` and `data`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#sequential-media-types | OpenAPI 3.2, Sequential Media Types}
 */
export function streamItems({ place, value }: Found, schemas: Schemas): StreamItems {
  if (Object.hasOwn(value, "itemSchema")) {
    return { place: below(place, "itemSchema"), isEvent: true };
  }
  if (!Object.hasOwn(value, "schema")) return { place: undefined, isEvent: false };
  const whole = below(place, "schema");
  const schema = schemas.at(whole);
  const types = jsonTypesIn(schema, schemas);
  if (types.size === 1 && types.has("array")) {
    return { place: itemsOf(schema, schemas)?.place, isEvent: false };
  }
  const required = requiredIn(schema, schemas);
  return { place: whole, isEvent: required.has("event") && required.has("data") };
}

/** The schema of the items of a list. */
function itemsOf(schema: Schema, schemas: Schemas): Schema | undefined {
  const found = new Set([schema]);
  // The loop also visits what is added while it runs.
  for (const each of found) {
    if (each.kind === "object" && each.keywords.items !== undefined) return each.keywords.items;
    for (const inner of appliedInPlace(each, schemas.get)) found.add(inner);
  }
  return undefined;
}

/** The names of the properties that every object under a schema has. */
function requiredIn(schema: Schema, schemas: Schemas): ReadonlySet<string> {
  if (schema.kind === "boolean") return new Set();
  const { required = [], allOf = [], anyOf, oneOf, $ref } = schema.keywords;
  const names = new Set(required);
  const parts = [...allOf, ...($ref === undefined ? [] : [schemas.get($ref)])];
  for (const part of parts) for (const name of requiredIn(part, schemas)) names.add(name);
  for (const options of [anyOf, oneOf]) {
    const [first, ...others] = (options ?? []).map((option) => requiredIn(option, schemas));
    for (const name of first ?? []) {
      if (others.every((other) => other.has(name))) names.add(name);
    }
  }
  return names;
}
