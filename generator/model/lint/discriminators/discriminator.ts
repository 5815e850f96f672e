import type { WarningCode } from "../../../core/diagnostic-code.js";
import type { DiagnosticLog, RelatedPlace } from "../../../core/diagnostic.js";
import { isJsonObject, type Json, type JsonObject } from "../../../core/json.js";
import { below, type Place } from "../../../core/place.js";
import type { SchemaId } from "../../../core/schema-id.js";
import { valueAt, type Document } from "../../../openapi/document.js";
import type { ObjectSchema } from "../../../schema/schema.js";
import type { Schemas } from "../../../schema/schemas.js";
import { placeOfOption, type Option } from "./options.js";

/** The context in which a `discriminator` is checked. */
export interface Context {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly log: DiagnosticLog;
  /** Whether all schemas of the document are read. */
  readonly isWhole: boolean;
  /** The places of schemas that extend others, by the id of the extended schema. */
  readonly extending: ReadonlyMap<SchemaId, readonly ObjectSchema[]>;
}

/** A `discriminator` and its place. */
export interface Discriminator {
  readonly place: Place;
  readonly propertyName: string;
  readonly mapping: JsonObject;
  readonly defaultMapping: Json | undefined;
}

export function discriminatorOf(
  { keywords, place }: ObjectSchema,
  document: Document,
): Discriminator | undefined {
  const at = below(place, "discriminator");
  const raw = valueAt(at, document);
  if (!isJsonObject(raw) || keywords.discriminator === undefined) return undefined;
  const { mapping, defaultMapping } = raw;
  return {
    place: at,
    propertyName: keywords.discriminator.propertyName,
    mapping: isJsonObject(mapping) ? mapping : {},
    defaultMapping: document.version === "3.2" ? defaultMapping : undefined,
  };
}

export function related(message: string, option: Option): RelatedPlace {
  return { message, place: placeOfOption(option) };
}

export function warn(
  { log }: Context,
  { place }: Discriminator,
  code: WarningCode,
  said: {
    readonly message: string;
    readonly help: string;
    readonly related?: readonly RelatedPlace[];
  },
): void {
  log.warning({ code, place: { ...place, part: "key" }, ...said });
}
