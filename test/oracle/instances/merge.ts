import { isDeepStrictEqual } from "node:util";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../../generator/core/json.js";

/**
 * One schema that says what two schemas say together, as far as each keyword can say it. Neither
 * has keywords that apply schemas to the same value.
 */
export function merge(left: JsonObject, right: JsonObject): JsonObject {
  const both = Object.keys(right).filter((name) => Object.hasOwn(left, name));
  return {
    ...left,
    ...right,
    ...Object.fromEntries(
      both.map((name) => [name, combine(name, left[name] ?? null, right[name] ?? null)]),
    ),
  };
}

function combine(keyword: string, left: Json, right: Json): Json {
  switch (keyword) {
    case "type":
      return commonTypes(listOf(left), listOf(right));
    case "enum":
      return listOf(left).filter((value) =>
        listOf(right).some((other) => isDeepStrictEqual(value, other)),
      );
    case "required":
      return [...new Set([...listOf(left), ...listOf(right)])];
    case "properties":
    case "patternProperties":
      return combineMembers(left, right);
    case "additionalProperties":
    case "propertyNames":
    case "items":
    case "contains":
      return { allOf: [left, right] };
    case "minimum":
    case "exclusiveMinimum":
    case "minLength":
    case "minItems":
    case "minProperties":
      return Math.max(Number(left), Number(right));
    case "maximum":
    case "exclusiveMaximum":
    case "maxLength":
    case "maxItems":
    case "maxProperties":
      return Math.min(Number(left), Number(right));
    default:
      return right;
  }
}

function combineMembers(left: Json, right: Json): Json {
  if (!isJsonObject(left) || !isJsonObject(right)) return right;
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return Object.fromEntries(
    names.map((name) => {
      const schemas = [left, right].flatMap((each) =>
        Object.hasOwn(each, name) ? [each[name] ?? null] : [],
      );
      const [only = true, ...others] = schemas;
      return [name, others.length === 0 ? only : { allOf: schemas }];
    }),
  );
}

/** The types that both lists have; a number that has to be an integer is one. */
function commonTypes(left: readonly Json[], right: readonly Json[]): readonly Json[] {
  const has = (types: readonly Json[], type: Json): boolean =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  return [...new Set([...left, ...right])].filter((type) => has(left, type) && has(right, type));
}

/** A list, or the one value instead of it. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonArray(value) ? value : [value];
}
