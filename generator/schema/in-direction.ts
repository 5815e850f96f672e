import type { Keywords } from "./keywords/keyword-values.js";
import type { ObjectSchema, Schema } from "./schema.js";
import { undirected, type Scope } from "./scope.js";

/**
 * Keywords whose schemas describe the same object, so that unsent properties are missing there too.
 */
const sameObject: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "allOf",
  "anyOf",
  "oneOf",
  "then",
  "else",
  "dependentSchemas",
]);

/**
 * Keywords whose schemas are negated or are conditions: relaxing them would change what else is
 * valid.
 */
const asWritten: ReadonlySet<string> = new Set(["not", "if"]);

/**
 * The scope of the schemas that a keyword holds or refers to.
 *
 * @param unsent - The properties of the containing object that are not sent in the direction of its
 * scope.
 */
export function scopeInside(keyword: string, scope: Scope, unsent: readonly string[]): Scope {
  const { anchors, direction } = scope;
  if (direction === undefined) return scope;
  if (asWritten.has(keyword)) return undirected(scope);
  return { anchors, direction, ...(sameObject.has(keyword) && { unsent }) };
}

/**
 * A schema without the properties that are not sent in a direction.
 *
 * https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object
 *
 * @param schema - A schema whose inner schemas are already in that direction.
 * @param isPartial - Whether an inner schema describes unsent properties of the same object.
 */
export function inDirection(
  schema: ObjectSchema,
  unsent: readonly string[],
  isPartial: (inside: Schema) => boolean,
): ObjectSchema {
  const read = withUnion(schema, isPartial);
  return unsent.length === 0 ? read : withoutProperties(read, unsent);
}

/** An unsent property may be the one that tells options apart: then several options may match. */
function withUnion(schema: ObjectSchema, isPartial: (inside: Schema) => boolean): ObjectSchema {
  if (schema.keywords.oneOf === undefined) return schema;
  const { oneOf, ...others } = schema.keywords;
  if (others.anyOf !== undefined || !oneOf.some(isPartial)) return schema;
  return { ...schema, keywords: { ...others, anyOf: oneOf } };
}

function withoutProperties(schema: ObjectSchema, unsent: readonly string[]): ObjectSchema {
  const { anyOf, oneOf, ...others } = schema.keywords;
  const { properties, required, dependentRequired } = others;
  const missing = new Set(unsent);
  const isSent = (name: string): boolean => !missing.has(name);
  return {
    ...schema,
    keywords: {
      ...others,
      ...(properties !== undefined && {
        properties: new Map([...properties].filter(([name]) => isSent(name))),
      }),
      ...(required !== undefined && { required: required.filter(isSent) }),
      ...(dependentRequired !== undefined && {
        dependentRequired: new Map(
          [...dependentRequired].map(([name, names]) => [name, names.filter(isSent)]),
        ),
      }),
      ...(anyOf !== undefined && withoutUnsentOptions("anyOf", anyOf)),
      ...(oneOf !== undefined && withoutUnsentOptions("oneOf", oneOf)),
    },
  };
}

/** Drops the options of a union that only require unsent properties. */
function withoutUnsentOptions(
  keyword: "anyOf" | "oneOf",
  options: readonly Schema[],
): Pick<Partial<Keywords>, "anyOf" | "oneOf"> {
  const left = options.filter((option) => !requiresNothing(option));
  return left.length === 0 ? {} : { [keyword]: left };
}

/** Whether a schema has only a `required`, and nothing is left of it. */
function requiresNothing(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  const { required, ...others } = schema.keywords;
  return required?.length === 0 && Object.keys(others).every((name) => besideRequired.has(name));
}

const besideRequired: ReadonlySet<string> = new Set(["title", "description", "type"]);
