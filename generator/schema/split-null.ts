import { isJsonArray, type Json, type JsonObject } from "../core/json.js";
import { isLabelKeyword } from "./keywords/value-labels.js";

/** Keywords that apply to a value whatever its type. */
const inPlace = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "const", "enum", "$dynamicRef"];

/** Keywords that give a schema a name of its own, which should not include `null`. */
const structural = ["properties", "enum"];

/**
 * Separates `null` from a schema that allows it besides other values: always for `nullable`, and
 * for `type: [T, "null"]` if the rest of the schema describes an object or an enum, so that it can
 * be named without the `null`.
 */
export function splitNull(schema: JsonObject): { keywords: JsonObject; orNull: boolean } {
  if (schema.nullable === undefined && !isJsonArray(schema.type)) {
    return { keywords: schema, orNull: false };
  }
  const { nullable, ...others } = schema;
  const types = typeList(others.type);
  if (nullable === true) {
    const isSimple = types !== undefined && inPlace.every((name) => others[name] === undefined);
    if (!isSimple || structural.some((name) => others[name] !== undefined)) {
      return { keywords: withoutNull(others), orNull: true };
    }
    return {
      keywords: { ...others, type: types.includes("null") ? types : [...types, "null"] },
      orNull: false,
    };
  }
  const values = others.enum;
  const allowsNull = values === undefined || (isJsonArray(values) && values.includes(null));
  const isApart =
    types?.includes("null") === true &&
    types.length === 2 &&
    structural.some((name) => others[name] !== undefined) &&
    inPlace.every((name) => name === "enum" || others[name] === undefined) &&
    allowsNull;
  return isApart
    ? { keywords: withoutNull(others), orNull: true }
    : { keywords: others, orNull: false };
}

function withoutNull(schema: JsonObject): JsonObject {
  const { type, enum: values, ...others } = schema;
  const types = typeList(type)?.filter((name) => name !== "null");
  return {
    ...others,
    ...labelsWithoutNull(others, values),
    ...(types !== undefined && { type: types.length === 1 ? (types[0] ?? []) : types }),
    ...(values !== undefined && {
      enum: isJsonArray(values) ? values.filter((value) => value !== null) : values,
    }),
  };
}

/** The lists that describe the values of an `enum` by index, without the entry for `null`. */
function labelsWithoutNull(schema: JsonObject, values: Json | undefined): JsonObject {
  if (!isJsonArray(values) || !values.includes(null)) return {};
  const labels = Object.entries(schema).flatMap(([name, labels]) =>
    isLabelKeyword(name) && isJsonArray(labels) && labels.length === values.length
      ? [[name, labels.filter((_, index) => values[index] !== null)] as const]
      : [],
  );
  return Object.fromEntries(labels);
}

function typeList(type: Json | undefined): readonly Json[] | undefined {
  if (type === undefined) return undefined;
  return isJsonArray(type) ? type : [type];
}
