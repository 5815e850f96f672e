import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { Schema } from "../schema.js";
import { flagOf } from "./annotation-readers.js";
import type { ParseContext } from "./keyword.js";

export function parseAny(raw: Json): Json {
  return raw;
}

/** Parses `true` or `false`; in quotes, they mean the same. */
export function parseBoolean(raw: Json, context: ParseContext): boolean | undefined {
  if (typeof raw === "boolean") return raw;
  const flag = flagOf(raw);
  if (flag === undefined) return context.malformed("true or false");
  context.coerced("true or false", String(flag));
  return flag;
}

export function parseNumber(raw: Json, context: ParseContext): number | undefined {
  return numberOf(raw, "a number", context);
}

export function parsePositiveNumber(raw: Json, context: ParseContext): number | undefined {
  return numberOf(raw, "a number above 0", context, (number) => number > 0);
}

export function parseCount(raw: Json, context: ParseContext): number | undefined {
  return numberOf(
    raw,
    "a whole number from 0",
    context,
    (number) => Number.isInteger(number) && number >= 0,
  );
}

/**
 * Returns the number that a value or its text is. Returns undefined, and reports it, if the number
 * is not allowed.
 */
function numberOf(
  raw: Json,
  wanted: string,
  context: ParseContext,
  isRight: (number: number) => boolean = Number.isFinite,
): number | undefined {
  const isNumeral = typeof raw === "string" && /^-?\d+(?:\.\d+)?$/.test(raw);
  const number = isNumeral ? Number(raw) : raw;
  if (typeof number !== "number" || !isRight(number)) return context.malformed(wanted);
  if (isNumeral) context.coerced(wanted, String(number));
  return number;
}

export function parseStrings(raw: Json, context: ParseContext): readonly string[] | undefined {
  return isJsonArray(raw) && raw.every((item) => typeof item === "string")
    ? raw
    : context.malformed("an array of strings");
}

/** Parses a schema; `true` and `false` in quotes mean the boolean schemas. */
export function parseSchema(raw: Json, context: ParseContext): Schema {
  const flag = flagOf(raw);
  if (flag !== undefined) context.coerced("a schema", String(flag));
  return context.schema(flag ?? raw);
}

function parseSchemas(raw: Json, context: ParseContext): readonly Schema[] | undefined {
  if (!isJsonArray(raw)) return context.malformed("an array of schemas");
  return raw.map((item, index) => context.schema(item, index));
}

/**
 * Parses a list of schemas that must not be empty.
 *
 * @param result - The effect of an empty list, for the message.
 */
function parseSomeSchemas(
  raw: Json,
  result: string,
  context: ParseContext,
): readonly Schema[] | undefined {
  if (isEmptyList(raw)) {
    context.warn(
      "empty-schema-list",
      `\`${context.keyword}\` must not be empty: ${result}`,
      "list the schemas, or remove the keyword",
    );
  }
  return parseSchemas(raw, context);
}

/** Parses a list of schemas that must all hold: an empty list has no effect. */
export function parseAllSchemas(raw: Json, context: ParseContext): readonly Schema[] | undefined {
  const schemas = parseSomeSchemas(raw, "it has no effect", context);
  return schemas?.length === 0 ? undefined : schemas;
}

/** Parses a list of schemas of which one must hold. */
export function parseOptions(raw: Json, context: ParseContext): readonly Schema[] | undefined {
  return parseSomeSchemas(raw, "nothing is valid", context);
}

/**
 * Parses schemas by name. A reference among the names adds the schemas of another map, unless a
 * schema beside it has the same name.
 */
export function parseSchemaMap(
  raw: Json,
  context: ParseContext,
): ReadonlyMap<string, Schema> | undefined {
  if (isEmptyList(raw)) {
    context.coerced("an object of schemas", "{}");
    return new Map();
  }
  if (!isJsonObject(raw)) return context.malformed("an object of schemas");
  const { $ref } = raw;
  const isReferenced = typeof $ref === "string";
  const schemas = new Map(isReferenced ? context.schemasAt($ref) : []);
  for (const [name, item] of Object.entries(raw)) {
    if (isReferenced && name === "$ref") continue;
    schemas.set(name, context.schema(item, name));
  }
  return schemas;
}

/**
 * Whether a value is an empty list: serializers with one type for lists and maps write `{}` as
 * `[]`.
 */
export function isEmptyList(raw: Json): boolean {
  return isJsonArray(raw) && raw.length === 0;
}
