import type { Vocabulary } from "./keywords/keyword.js";
import { valueAt, type Document } from "../openapi/document.js";
import { dialectNamed, type Dialect } from "../openapi/dialects.js";
import type { Place } from "../core/place.js";
import { isJsonObject } from "../core/json.js";

/** The dialect of the schema at a place. An unknown dialect is read as the newest one. */
export function dialectOf(place: Place, document: Document): Dialect {
  const named = document.dialectAt(place);
  const dialect = named === undefined ? undefined : dialectNamed(named);
  return dialect ?? (named === undefined && document.version === "3.0" ? "openapi-3.0" : "2020-12");
}

/**
 * The vocabularies that have no effect at a place because its meta-schema leaves them out.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2
 */
export function inactiveVocabularies(place: Place, document: Document): ReadonlySet<Vocabulary> {
  const declared = declaredVocabularies(place, document);
  if (declared === undefined) return none;
  return new Set(
    vocabularies.filter((name) => !declared.some((vocabulary) => vocabulary.endsWith(`/${name}`))),
  );
}

/**
 * Whether the meta-schema at a place has formats decide what is valid.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-7.2.2
 */
export function declaresFormatAssertion(place: Place, document: Document): boolean {
  const declared = declaredVocabularies(place, document) ?? [];
  return declared.some((vocabulary) => vocabulary.endsWith("/format-assertion"));
}

/** The vocabularies that the meta-schema at a place declares, or undefined. */
function declaredVocabularies(place: Place, document: Document): readonly string[] | undefined {
  const dialect = document.dialectAt(place);
  const metaSchema =
    dialect === undefined ? undefined : document.resource(dialect.replace(/#$/, ""));
  if (metaSchema === undefined) return undefined;
  const value = valueAt(metaSchema.root, document);
  return isJsonObject(value) && isJsonObject(value.$vocabulary)
    ? Object.keys(value.$vocabulary)
    : undefined;
}

const none: ReadonlySet<Vocabulary> = new Set();

/** The vocabularies that decide validity, besides the core, which is always active. */
const vocabularies: readonly Vocabulary[] = ["applicator", "unevaluated", "validation"];
