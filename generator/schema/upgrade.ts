import type { Warning } from "../core/diagnostic.js";
import type { OpenApiVersion } from "../openapi/document.js";
import { flagOf } from "./keywords/annotation-readers.js";
import { isLabelKeyword } from "./keywords/value-labels.js";
import { isJsonArray, type Json, type JsonObject } from "../core/json.js";

/** A schema in the terms of JSON Schema 2020-12. */
export interface Upgraded {
  readonly keywords: JsonObject;
  /** Whether `null` is valid too, whatever the keywords say. */
  readonly orNull: boolean;
  /** The slips that were mended. */
  readonly slips: readonly Slip[];
}

/** A keyword that was not written as the version of the document asks. */
export type Slip =
  /** It has the form of OpenAPI 3.0 in a document that claims to be newer. */
  | ({ readonly kind: "old"; readonly keyword: string } & OldForm)
  /** Its value is of a wrong type, and it is clear what it means. */
  | {
      readonly kind: "coerced";
      readonly keyword: string;
      readonly wanted: string;
      readonly reading: string;
    };

/** What is said of a form of OpenAPI 3.0. */
type OldForm = Pick<Warning, "code" | "message">;

interface Rule {
  /** The keyword that the rule is about. */
  readonly keyword: string;
  /** What the rule mends, as said to a user whose document is not of version 3.0. */
  readonly slip?: OldForm;
  readonly applies: (schema: JsonObject, version: OpenApiVersion) => boolean;
  readonly upgrade: (schema: JsonObject, recursiveReference: () => string) => JsonObject;
}

/**
 * Brings a Schema Object of any version to the form of OpenAPI 3.1.
 *
 * https://spec.openapis.org/oas/v3.0.4.html#schema-object
 *
 * @param recursiveReference - What `$recursiveRef` means in the schema, as a reference.
 */
export function upgradeSchema(
  schema: JsonObject,
  version: OpenApiVersion,
  recursiveReference: () => string,
): Upgraded {
  const slips: Slip[] = [];
  let upgraded = coerced(schema, slips);
  for (const { keyword, slip, applies, upgrade } of rules) {
    if (!applies(upgraded, version)) continue;
    if (version !== "3.0" && slip !== undefined) slips.push({ kind: "old", keyword, ...slip });
    upgraded = upgrade(upgraded, recursiveReference);
  }
  return { ...splitNull(upgraded), slips };
}

const rules: readonly Rule[] = [
  {
    keyword: "$ref",
    applies: (schema, version) => version === "3.0" && typeof schema.$ref === "string",
    // "any properties added SHALL be ignored": https://spec.openapis.org/oas/v3.0.4.html#reference-object
    upgrade: ({ $ref = "" }) => ({ $ref }),
  },
  {
    keyword: "example",
    applies: (schema) => schema.example !== undefined && schema.examples === undefined,
    upgrade: ({ example = null, ...others }) => ({ ...others, examples: [example] }),
  },
  {
    keyword: "exclusiveMinimum",
    slip: {
      code: "old-exclusiveMinimum",
      message: "`exclusiveMinimum` is a number since OpenAPI 3.1",
    },
    applies: (schema) => typeof schema.exclusiveMinimum === "boolean",
    upgrade: (schema) => numericBound(schema, "minimum", "exclusiveMinimum"),
  },
  {
    keyword: "exclusiveMaximum",
    slip: {
      code: "old-exclusiveMaximum",
      message: "`exclusiveMaximum` is a number since OpenAPI 3.1",
    },
    applies: (schema) => typeof schema.exclusiveMaximum === "boolean",
    upgrade: (schema) => numericBound(schema, "maximum", "exclusiveMaximum"),
  },
  {
    keyword: "$recursiveRef",
    slip: {
      code: "old-recursiveRef",
      message: "`$recursiveRef` is written `$dynamicRef` since JSON Schema 2020-12",
    },
    applies: (schema) => typeof schema.$recursiveRef === "string" && schema.$ref === undefined,
    upgrade: (schema, recursiveReference) => ({
      ...without(schema, "$recursiveRef"),
      $ref: recursiveReference(),
    }),
  },
  {
    keyword: "nullable",
    slip: {
      code: "old-nullable",
      message: '`nullable` is written `type: [..., "null"]` since OpenAPI 3.1',
    },
    applies: (schema) => schema.nullable === true,
    // Only the marker is left; splitNull reads it.
    upgrade: (schema) => schema,
  },
  {
    keyword: "nullable",
    applies: (schema) => schema.nullable === false,
    upgrade: (schema) => without(schema, "nullable"),
  },
];

/** A schema in which a flag in quotes is one, and `null` in a list of types is the type "null". */
function coerced(schema: JsonObject, slips: Slip[]): JsonObject {
  const { type } = schema;
  const read: Record<string, Json> = { ...schema };
  if (isJsonArray(type) && type.includes(null)) {
    const types = type.map((name) => name ?? "null");
    slips.push({
      kind: "coerced",
      keyword: "type",
      wanted: '"null" in quotes',
      reading: JSON.stringify(types),
    });
    read.type = types;
  }
  for (const keyword of ["nullable", "exclusiveMinimum", "exclusiveMaximum"]) {
    const value = schema[keyword];
    const flag = value === undefined ? undefined : flagOf(value);
    if (flag === undefined) continue;
    const reading = String(flag);
    slips.push({ kind: "coerced", keyword, wanted: "true or false", reading });
    read[keyword] = flag;
  }
  return read;
}

function without(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

function numericBound(schema: JsonObject, bound: string, exclusive: string): JsonObject {
  const { [bound]: limit, [exclusive]: isExclusive, ...others } = schema;
  if (limit === undefined) return others;
  return { ...others, [isExclusive === true ? exclusive : bound]: limit };
}

/** Keywords by which a schema says something about more than the type of a value. */
const inPlace = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "const", "enum", "$dynamicRef"];

/** Keywords that make a schema worth a name of its own, which should not stand for `null`. */
const structural = ["properties", "enum"];

/**
 * Sets `null` apart from a schema that allows it beside something else: always for `nullable`,
 * and for `type: [T, "null"]` where the rest of the schema describes an object or an enum, so that
 * it can be named without the `null`.
 */
function splitNull(schema: JsonObject): { keywords: JsonObject; orNull: boolean } {
  const { nullable } = schema;
  const others = nullable === undefined ? schema : without(schema, "nullable");
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

/** The lists that say something of each value, by its index, without what they say of `null`. */
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
