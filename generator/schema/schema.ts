import type { Place } from "../diagnostics/diagnostic.js";
import type { Json } from "../load/document.js";
import type { KeywordName, Keywords } from "../keywords/keywords.js";

/** The types that a JSON value can have. */
export type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** The names that the `type` keyword takes. */
export type SchemaType = JsonType | "integer";

/**
 * What identifies a schema in a run: the URI of its file and the JSON pointer into it, as
 * `uri#pointer`.
 */
export type SchemaId = string;

/** A parsed schema: `true` and `false`, or a set of keywords. */
export type Schema = BooleanSchema | ObjectSchema;

/** https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.2 */
export interface BooleanSchema {
  readonly kind: "boolean";
  readonly id: SchemaId;
  readonly place: Place;
  readonly value: boolean;
}

/** https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.1 */
export interface ObjectSchema {
  readonly kind: "object";
  readonly id: SchemaId;
  readonly place: Place;
  readonly keywords: Keywords;
  /** What policies made of it, if they changed it. */
  readonly revision?: Revision;
}

/** What there is to say of a schema that policies changed, besides its keywords. */
export interface Revision {
  /** What a reader has to know of the changes: a sentence for each. */
  readonly notes: readonly string[];
  /** The keywords as the document has them, for doc comments. */
  readonly documented: Keywords;
  /** Where keywords stand that the document has under another name, or not at all. */
  readonly places: Readonly<Partial<Record<KeywordName, Place>>>;
}

/** The JSON types in the order in which unions list them: `null` is last. */
export const jsonTypes: readonly JsonType[] = [
  "string",
  "number",
  "boolean",
  "array",
  "object",
  "null",
];

/** The JSON type of a value. */
export function jsonTypeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    default:
      return "object";
  }
}

/** Whether a value is of a type that the `type` keyword names; 1.0 is an integer. */
export function isOfType(value: Json, type: SchemaType): boolean {
  return type === "integer" ? Number.isInteger(value) : jsonTypeOf(value) === type;
}
