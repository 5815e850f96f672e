import type { JsonType } from "../../core/json-type.js";
import { below } from "../../core/place.js";
import type { ReadModels } from "../../model/read-models.js";
import { isJsonMediaType } from "../../openapi/media-type.js";
import { defaultStyles, encodingOf, type Encoding } from "../../openapi/parameter-encoding.js";
import type { Schema } from "../../schema/schema.js";
import { entriesOf, type Entry } from "../../openapi/entries.js";
import type { Pair } from "./call.js";
import { isUnreserved, jsonTypesIn } from "../../schema/json-types.js";

/** Returns whether the values that both documents allow are written as the same bytes. */
export function isSameEncoding(
  read: Pair<ReadModels>,
  objects: Pair<Entry>,
  where: string,
): boolean {
  const old = encodingOf(read.old.document, objects.old, where);
  const now = encodingOf(read.new.document, objects.new, where);
  if (JSON.stringify(old) === JSON.stringify(now)) return true;
  const schemas = [valueSchema(read.old, objects.old), valueSchema(read.new, objects.new)];
  const types = [jsonTypesOf(read.old, schemas[0]), jsonTypesOf(read.new, schemas[1])];
  const isPlain = schemas.some((schema) => schema !== undefined && isUnreserved(schema));
  return writtenTypes
    .filter((type) => types.every((each) => each === undefined || each.has(type)))
    .every((type) => written(old, where, type, isPlain) === written(now, where, type, isPlain));
}

/** The types whose text the specification defines. */
const writtenTypes: readonly JsonType[] = ["string", "number", "boolean", "array", "object"];

function valueSchema(read: ReadModels, object: Entry): Schema | undefined {
  const [content] = entriesOf(read.document, object, "content");
  const holder = Object.hasOwn(object.value, "schema") ? object : content?.[1];
  if (holder === undefined || !Object.hasOwn(holder.value, "schema")) return undefined;
  return read.schemas.at(below(holder.place, "schema"));
}

function jsonTypesOf(
  { schemas }: ReadModels,
  schema: Schema | undefined,
): ReadonlySet<JsonType> | undefined {
  return schema && jsonTypesIn(schema, schemas);
}

/**
 * Returns a text that two encodings share exactly if they write values of a type as the same bytes.
 *
 * @param isPlain Whether no text has reserved characters.
 */
function written(encoding: Encoding, where: string, type: JsonType, isPlain: boolean): string {
  const isScalar = type === "number" || type === "boolean";
  if (encoding.kind === "content") {
    const { mediaType } = encoding;
    const isText = mediaType === "text/plain" && (isScalar || type === "string");
    const isBare = isText || (isJsonMediaType(mediaType) && isScalar);
    return isBare && where !== "querystring" ? styled(defaultStyle(where), type) : mediaType;
  }
  const reserved = encoding.allowReserved && !isScalar && !isPlain ? " with reserved" : "";
  return styled(encoding, type) + reserved;
}

function defaultStyle(where: string): Pick<StyleEncoding, "style" | "explode"> {
  return { style: defaultStyles.get(where) ?? "form", explode: false };
}

type StyleEncoding = Extract<Encoding, { readonly kind: "style" }>;

/**
 * Returns an example of a style. A single value looks the same in all styles of queries, and does not depend
 * on `explode`, which only `deepObject` ignores for objects.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-examples | OpenAPI 3.2, Style Examples}
 */
function styled(
  { style, explode }: Pick<StyleEncoding, "style" | "explode">,
  type: JsonType,
): string {
  const form = explode ? "exploded" : "joined";
  switch (style) {
    case "simple":
      return type === "object" ? (explode ? "R=1,G=2" : "R,1,G,2") : type === "array" ? "a,b" : "a";
    case "label":
    case "matrix":
      return isSingle(type) ? `${style} a` : `${style} ${type} ${form}`;
    case "form":
    case "cookie":
    case "spaceDelimited":
    case "pipeDelimited":
    case "deepObject":
      if (isSingle(type)) return "name=a";
      if (style === "deepObject") return type === "object" ? "name[R]=1" : "deep array";
      if (explode) return `${type} of names`;
      return `${type} ${style === "cookie" ? "form" : style}`;
    default:
      return `${style} ${form}`;
  }
}

function isSingle(type: JsonType): boolean {
  return type !== "array" && type !== "object";
}
