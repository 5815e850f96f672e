import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import { reachByReference } from "../reach.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { findUntyped } from "../untyped.js";
import { acceptsNull } from "./accepts-null.js";
import { allSchemas, type PlaceKey } from "./all-schemas.js";
import { decideByReference, referredFirst, type Verdict } from "./by-reference.js";
import { combinedPlaces, describesProperties } from "./combined.js";
import { negatedPlaces } from "./negated.js";
import { findRequirements, type IsRequired } from "./requirements.js";
import { tagPlaces } from "./tag-places.js";

/** Facts about a whole document as written, needed before policies change schemas. */
export interface Survey {
  /** The schemas that others combine, so that none of them knows all properties. */
  readonly combined: ReadonlySet<PlaceKey>;
  /** Negated schemas and conditions: widening them would narrow the schemas that contain them. */
  readonly negated: ReadonlySet<PlaceKey>;
  /** The properties that tell the options of a union apart, and the enums of these. */
  readonly tags: ReadonlySet<PlaceKey>;
  /** Whether a property is required in a schema, or beside it where it is part of another. */
  readonly isRequired: IsRequired;
  /**
   * Whether a schema describes properties, itself or through schemas that apply to the same value.
   */
  readonly describesProperties: Verdict;
  /** The schemas that describe objects, but do not require values to be objects. */
  readonly untyped: ReadonlySet<PlaceKey>;
  /** Whether `null` is valid under a schema. */
  readonly acceptsNull: Verdict;
}

/**
 * Surveys some schemas and all that they lead to.
 *
 * @param roots - The schemas that models are made of, as written.
 * @returns The survey; undefined, if references are circular, which is an error.
 */
export function survey(
  roots: readonly Schema[],
  get: (id: SchemaId) => Schema,
): Survey | undefined {
  const reached = reachByReference(roots, get);
  const sorted = referredFirst(reached);
  if (sorted === undefined) return undefined;
  const all = allSchemas(reached, get);
  const objects = all.filter((schema): schema is ObjectSchema => schema.kind === "object");
  const describing = decideByReference(get, describesProperties);
  return {
    combined: combinedPlaces(objects, get, describing),
    negated: negatedPlaces(objects, get),
    tags: tagPlaces(objects, get),
    isRequired: findRequirements(sorted),
    describesProperties: describing,
    untyped: new Set(findUntyped(reached).map(({ place }) => keyOfPlace(place))),
    acceptsNull: decideByReference(get, acceptsNull),
  };
}
