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

/** What has to be known of a whole document, as it is written, before policies change schemas. */
export interface Survey {
  /** The schemas that others combine, so that one does not know the properties of all. */
  readonly combined: ReadonlySet<PlaceKey>;
  /** The schemas that values must not have, or that are conditions: to widen them would narrow. */
  readonly negated: ReadonlySet<PlaceKey>;
  /** The properties that tell the options of a union apart, and the enums of these. */
  readonly tags: ReadonlySet<PlaceKey>;
  /** Whether a property is required in a schema, or beside it where it is part of another. */
  readonly isRequired: IsRequired;
  /** Whether a schema describes properties, itself or by what applies to the same value. */
  readonly describesProperties: Verdict;
  /** The schemas that describe objects, and do not say that values have to be objects. */
  readonly untyped: ReadonlySet<PlaceKey>;
  /** Whether `null` is valid under a schema. */
  readonly acceptsNull: Verdict;
}

/**
 * Surveys some schemas and all that they lead to.
 *
 * @param roots - The schemas that models are made of, as they are written.
 * @returns The survey; undefined, where references lead back to themselves, which is an error.
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
