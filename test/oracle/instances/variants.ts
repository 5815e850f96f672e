import { resolvePointer } from "../../../generator/core/pointer.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../../generator/core/json.js";
import { listOf, merge } from "./merge.js";

/** How many ways to satisfy a schema are tried. */
const mostVariants = 32;

/**
 * The ways to satisfy a schema: schemas without keywords that apply others to the same value, of
 * which an instance has to satisfy one. `not` is left out, so not every instance of them is valid.
 *
 * @param schema - a schema
 * @param document - what its references are looked up in
 * @returns none, if nothing is valid
 */
export function variantsOf(schema: Json, document: Json): readonly JsonObject[] {
  if (schema === true) return [{}];
  if (!isJsonObject(schema)) return [];
  return conditionsOf(schema, document).reduce<readonly JsonObject[]>(
    (variants, alternatives) => {
      const options = alternatives.flatMap((each) => variantsOf(each, document));
      return variants
        .flatMap((variant) => options.map((option) => merge(variant, option)))
        .slice(0, mostVariants);
    },
    [withoutApplicators(schema)],
  );
}

/** What has to hold besides the plain keywords of a schema: for each condition, the alternatives. */
function conditionsOf(schema: JsonObject, document: Json): readonly (readonly Json[])[] {
  const { $ref, allOf = [], anyOf, oneOf, not, then = true, dependentSchemas = {} } = schema;
  const condition = schema.if;
  return [
    ...(typeof $ref === "string" ? [[target($ref, document)]] : []),
    ...listOf(allOf).map((part) => [part]),
    ...[anyOf, oneOf].filter((options) => isJsonArray(options)),
    ...(not === undefined ? [] : [[true, true, not]]),
    ...(condition === undefined ? [] : [[{ allOf: [condition, then] }, schema.else ?? true]]),
    ...Object.entries(isJsonObject(dependentSchemas) ? dependentSchemas : {}).map(
      ([name, dependent]) => [{ required: [name], allOf: [dependent] }, true],
    ),
  ];
}

function target(reference: string, document: Json): Json {
  return resolvePointer(document, decodeURIComponent(reference.replace(/^#/, ""))) ?? true;
}

function withoutApplicators(schema: JsonObject): JsonObject {
  const applicators = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"];
  const plain = Object.fromEntries(
    Object.entries(schema).filter(
      ([name]) => ![...applicators, "dependentSchemas", "const"].includes(name),
    ),
  );
  const { const: only } = schema;
  if (only === undefined) return plain;
  return merge(plain, { enum: [only] });
}
