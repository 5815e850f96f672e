import { keyOfPlace } from "../core/place.js";
import { joinPointer, parsePointer } from "../core/pointer.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import type { OperationSchema } from "./operation-schemas.js";
import type { SchemaKeys } from "./same-schema.js";

/** A place where a root may be. */
type RootPlace = Pick<OperationSchema, "place"> & Partial<OperationSchema>;

/**
 * Finds the schemas that equal another one of the same body, under another media type: both share a
 * model. Bodies of different statuses stay separate, because their models are named after the
 * statuses.
 *
 * @returns From the id of each equal schema to the id of the first one.
 */
export function sameBodies(
  places: readonly RootPlace[],
  schemas: Schemas,
  keys: SchemaKeys,
): ReadonlyMap<Schema, SchemaId> {
  const firsts = new Map<string, SchemaId>();
  const copies = new Map<Schema, SchemaId>();
  for (const { place, isBody } of places) {
    if (isBody !== true) continue;
    const schema = schemas.at(place);
    const tokens = parsePointer(place.pointer);
    // The token before the last one is the media type.
    const body = { uri: place.uri, pointer: joinPointer("", ...tokens.toSpliced(-2, 1)) };
    const key = `${keyOfPlace(body)} ${keys.of(schema)}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, schema.id);
    else copies.set(schema, first);
  }
  return copies;
}
