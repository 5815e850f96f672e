import type { DiagnosticLog } from "../../core/diagnostic.js";
import { isJsonArray, isJsonObject } from "../../core/json.js";
import { below } from "../../core/place.js";
import type { SchemaId } from "../../core/schema-id.js";
import { whyNothingIsValid } from "../empty-schemas.js";
import type { Models } from "../model.js";
import { dialectOf } from "../../schema/dialect.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { keywordPlace, type ObjectSchema, type Schema } from "../../schema/schema.js";
import { partsOf } from "../../schema/tags.js";
import { besideNull } from "./beside-null.js";
import { writtenParts } from "./written-parts.js";

/**
 * Warns of `nullable: true` beside an `enum` without `null`, which tools read in different ways.
 *
 * @see {@link https://spec.openapis.org/oas/v3.0.4.html#data-types | OpenAPI 3.0, Data Types}
 */
export function lintNullableEnums(
  all: readonly Schema[],
  document: Document,
  log: DiagnosticLog,
): void {
  // A dialect that a document names does not have the keyword.
  if (document.version !== "3.0") return;
  for (const { place } of all) {
    const raw = valueAt(place, document);
    if (!isJsonObject(raw) || raw.nullable !== true || raw.$ref !== undefined) continue;
    if (dialectOf(place, document) !== "openapi-3.0") continue;
    if (!isJsonArray(raw.enum) || raw.enum.includes(null)) continue;
    log.warning({
      code: "nullable-enum-without-null",
      message:
        "`enum` does not list `null`, which `nullable: true` allows here; other tools reject `null`",
      help: "add `null` to `enum`, or remove `nullable`",
      place: { ...below(place, "nullable"), part: "key" },
      related: [{ message: "these are the values", place: below(place, "enum") }],
    });
  }
}

/** The schemas, and whether `null` is valid under them. */
export interface NullInput {
  readonly get: (id: SchemaId) => Schema;
  readonly document: Document;
  /** All schemas, by their ids. */
  readonly models: Models;
}

/** Warns of a keyword that allows `null` although another schema for the same value excludes it. */
export function lintNulls(
  all: readonly Schema[],
  { get, document, models }: NullInput,
  log: DiagnosticLog,
): void {
  for (const schema of all) {
    // A part is examined with the schema that contains it.
    if (schema.kind === "boolean" || schema.within === "allOf") continue;
    for (const part of writtenParts(schema)) {
      const allowing = allowingNull(part, document);
      if (allowing === undefined) continue;
      const excluding = excludingNull(partsOf(schema, get));
      if (excluding === undefined || whyNothingIsValid(schema, models) !== undefined) continue;
      const { keyword, within } = excluding;
      const what = allowing === "nullable" ? "`nullable: true`" : "`null` in `type`";
      log.warning({
        code: "null-without-effect",
        message: `${what} has no effect, because \`${keyword}\` ${within === part ? "beside it" : "elsewhere"} excludes \`null\``,
        help:
          within === part
            ? `add \`null\` to \`${keyword}\`, or remove ${what}`
            : `allow \`null\` in both, or remove ${what}`,
        place: { ...below(part.place, allowing), part: "key" },
        related: [{ message: "this excludes `null`", place: keywordPlace(within, keyword) }],
      });
    }
  }
}

/** The keyword by which a schema allows `null` besides something else. */
function allowingNull(schema: ObjectSchema, document: Document): "nullable" | "type" | undefined {
  const {
    place,
    keywords: { type },
  } = schema;
  const isSetApart = besideNull(schema) !== undefined;
  const isListed = type !== undefined && type.length > 1 && type.includes("null");
  if (!isSetApart && !isListed) return undefined;
  const raw = valueAt(place, document);
  return isJsonObject(raw) && raw.nullable === true ? "nullable" : "type";
}

/** A keyword of some schemas under which `null` is not valid. */
function excludingNull(
  parts: readonly ObjectSchema[],
): { readonly keyword: "type" | "const" | "enum"; readonly within: ObjectSchema } | undefined {
  for (const within of parts.toReversed()) {
    const { type, const: value, enum: values } = within.keywords;
    if (values?.includes(null) === false) return { keyword: "enum", within };
    if (value !== undefined && value !== null) return { keyword: "const", within };
    if (type?.includes("null") === false) return { keyword: "type", within };
  }
  return undefined;
}
