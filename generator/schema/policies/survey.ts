import type { SchemaId } from "../../core/schema-id.js";
import type { Config } from "../../config/config.js";
import { DiagnosticLog } from "../../core/diagnostic.js";
import type { Document } from "../../openapi/document.js";
import { keyOfPlace } from "../../core/place.js";
import { collectModels } from "../../model/collect.js";
import type { Models } from "../../model/model.js";
import type { ObjectSchema, Schema } from "../schema.js";
import { openSchemas } from "../schemas.js";
import { allSchemas, type PlaceKey } from "./all-schemas.js";
import { combinedPlaces } from "./combined.js";
import { negatedPlaces } from "./negated.js";
import { requiredNames } from "./required-names.js";
import { tagPlaces } from "./tag-places.js";

/** What has to be known of a whole document, as it is written, before policies change schemas. */
export interface Survey {
  readonly models: Models;
  /** Where there are schemas. */
  readonly places: ReadonlySet<PlaceKey>;
  /** The schemas that others combine, so that one does not know the properties of all. */
  readonly combined: ReadonlySet<PlaceKey>;
  /** The schemas that values must not have, or that are conditions: to widen them would narrow. */
  readonly negated: ReadonlySet<PlaceKey>;
  /** The properties that tell the options of a union apart, and the enums of these. */
  readonly tags: ReadonlySet<PlaceKey>;
  /** The properties that are required in a schema, or beside it where it is part of another. */
  readonly required: ReadonlyMap<PlaceKey, ReadonlySet<string>>;
}

/**
 * Surveys the schemas that become models.
 *
 * @returns The survey; undefined, where the document has errors. Whoever goes on reports them.
 */
export function survey(
  document: Document,
  config: Pick<Config, "formats" | "roots" | "names">,
): Survey | undefined {
  const log = new DiagnosticLog();
  const schemas = openSchemas(document, config, log);
  const models = collectModels(document, schemas, config, [], log);
  if (log.hasErrors()) return undefined;
  const get = (id: SchemaId): Schema => schemas.get(id);
  const all = allSchemas(
    models.all.filter(({ direction }) => direction === undefined).map(({ schema }) => schema),
    get,
  );
  const objects = all.filter((schema): schema is ObjectSchema => schema.kind === "object");
  return {
    models,
    places: new Set(all.map(({ place }) => keyOfPlace(place))),
    combined: combinedPlaces(objects, get),
    negated: negatedPlaces(objects, get),
    tags: tagPlaces(objects, get),
    required: requiredNames(objects, get),
  };
}
