import type { Check, Checks } from "../../checks/check.js";
import { join, onlyFor, top } from "../../types/algebra.js";
import { neverType, unknownType, type PropertyType, type Type } from "../../types/type.js";
import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { Schema } from "../schema.js";
import type { KeywordTable, ParseContext, TypeContext } from "./keyword.js";
import type { Keywords } from "./keyword-values.js";
import { flagOf } from "./annotation-readers.js";
import { parseSchema, parseSchemaMap, parseStrings } from "./parsers.js";
import { parsePatternProperties } from "./patterns.js";
import { printSchema, printSchemaMap, printUnique } from "./printers.js";
import { size } from "./sizes.js";

/**
 * Keywords for objects.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5
 */
export interface ObjectKeywords {
  readonly minProperties: number;
  readonly maxProperties: number;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>;
  readonly propertyNames: Schema;
  readonly patternProperties: ReadonlyMap<string, Schema>;
  readonly additionalProperties: Schema;
  readonly unevaluatedProperties: Schema;
}

export const objectKeywords: KeywordTable<ObjectKeywords> = {
  minProperties: size("minProperties", "object"),
  maxProperties: size("maxProperties", "object"),
  properties: {
    vocabulary: "applicator",
    parse: parseSchemaMap,
    print: printSchemaMap,
    children: (properties) =>
      [...properties].map(([name, schema]) => ({ schema, role: { kind: "property", name } })),
    checks: (properties, { checks }) => [
      whenObject(
        [...properties].map(([name, schema]) => ({
          kind: "property",
          name,
          required: false,
          checks: checks(schema),
        })),
      ),
    ],
    evaluates: (properties, target) =>
      target === "properties"
        ? [{ kind: "named", names: [...properties.keys()], patterns: [] }]
        : [],
    type: (properties, { keywords: { required = [] }, type }) =>
      onlyFor("object", {
        kind: "object",
        properties: [...properties].map(([name, schema]) => ({
          name,
          optional: !required.includes(name),
          type: type(schema),
          documentedBy: [schema.id],
        })),
      }),
  },
  required: {
    vocabulary: "validation",
    parse: parseRequired,
    print: printUnique,
    checks: (names) => [whenObject(names.map((name) => ({ kind: "required", name })))],
    type: (names) =>
      onlyFor("object", {
        kind: "object",
        properties: [...new Set(names)].map((name) => ({
          name,
          optional: false,
          type: unknownType,
        })),
      }),
  },
  dependentRequired: {
    vocabulary: "validation",
    parse: parseDependentRequired,
    print: (dependents) => ({
      dependentRequired: Object.fromEntries(
        [...dependents].map(([name, names]) => [name, [...new Set(names)]]),
      ),
    }),
    checks: (dependents) => [
      whenObject(
        [...dependents].map(([name, names]) => ({
          kind: "dependent",
          name,
          checks: [...new Set(names)].map((required) => ({ kind: "required", name: required })),
        })),
      ),
    ],
  },
  propertyNames: {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [{ schema, role: { kind: "name" } }],
    checks: (schema, { checks }) => [whenObject([{ kind: "names", checks: checks(schema) }])],
    type: (schema, { type, valueOf, meet }) => {
      const names = listedStrings(meet([valueOf(type(schema)), top("string")]));
      if (names === undefined) return unknownType;
      return onlyFor("object", {
        kind: "object",
        properties: names.map((name) => ({ name, optional: true, type: unknownType })),
        index: neverType,
      });
    },
  },
  patternProperties: {
    vocabulary: "applicator",
    parse: parsePatternProperties,
    print: printSchemaMap,
    children: (patterns) =>
      [...patterns].map(([pattern, schema]) => ({ schema, role: { kind: "value", pattern } })),
    checks: (patterns, { checks }) => [
      whenObject(
        [...patterns].map(([pattern, schema]) => ({
          kind: "matching",
          pattern,
          checks: checks(schema),
        })),
      ),
    ],
    evaluates: (patterns, target) =>
      target === "properties" ? [{ kind: "named", names: [], patterns: [...patterns.keys()] }] : [],
  },
  additionalProperties: {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [{ schema, role: { kind: "value" } }],
    checks: (schema, { keywords, checks }) => [
      whenObject([
        {
          kind: "additional",
          names: [...(keywords.properties?.keys() ?? [])],
          patterns: [...(keywords.patternProperties?.keys() ?? [])],
          checks: checks(schema),
        },
      ]),
    ],
    type: additionalType,
    evaluates: (_schema, target) => (target === "properties" ? [{ kind: "all" }] : []),
  },
  unevaluatedProperties: {
    vocabulary: "unevaluated",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [{ schema, role: { kind: "value" } }],
    checks: (schema, { checks, evaluatedBeside }) => [
      whenObject([
        {
          kind: "unevaluated",
          target: "properties",
          evaluated: evaluatedBeside("properties"),
          checks: checks(schema),
        },
      ]),
    ],
    evaluates: (_schema, target) => (target === "properties" ? [{ kind: "all" }] : []),
    // If nothing else can evaluate properties, it means the same as `additionalProperties`.
    type: (schema, context) =>
      evaluatingElsewhere.some((name) => context.keywords[name] !== undefined)
        ? unknownType
        : additionalType(schema, context),
  },
};

/** Keywords that may evaluate properties besides those that a schema names itself. */
const evaluatingElsewhere = [
  "additionalProperties",
  "$ref",
  "$dynamicRef",
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "dependentSchemas",
] as const;

/** The type that a schema gives to the properties that are not named beside it. */
function additionalType(schema: Schema, { keywords, type }: TypeContext): Type {
  return onlyFor("object", {
    kind: "object",
    properties: namedProperties(keywords),
    // One index signature must also cover the properties that match a pattern.
    index: join([...(keywords.patternProperties?.values() ?? []), schema].map(type)),
    indexDocumentedBy: [schema.id],
  });
}

/** The strings that a type lists, or undefined if it includes other values. */
function listedStrings(type: Type): readonly string[] | undefined {
  const members = type.kind === "union" ? type.members : type.kind === "never" ? [] : [type];
  const names = members.flatMap((member) =>
    member.kind === "literal" && typeof member.value === "string" ? [member.value] : [],
  );
  return names.length === members.length ? names : undefined;
}

/** The properties that `additionalProperties` does not apply to. */
function namedProperties({ properties = new Map() }: Keywords): readonly PropertyType[] {
  return [...properties.keys()].map((name) => ({ name, optional: true, type: unknownType }));
}

/**
 * Parses the names of required properties. JSON Schema before draft 4 had `true` and `false` at the
 * property itself: OpenAPI never had them, and other tools ignore them.
 */
function parseRequired(raw: Json, context: ParseContext): readonly string[] | undefined {
  const { beside } = context;
  if (typeof raw === "boolean" || flagOf(raw) !== undefined) {
    context.coerced(
      "an array of the names of properties",
      "if it were not there; to require a property, list its name in `required` of the containing schema",
    );
    return undefined;
  }
  const isProperty =
    typeof raw === "string" &&
    isJsonObject(beside.properties) &&
    Object.hasOwn(beside.properties, raw);
  if (!isProperty) return parseStrings(raw, context);
  context.coerced("an array of the names of properties", JSON.stringify([raw]));
  return [raw];
}

function parseDependentRequired(
  raw: Json,
  context: ParseContext,
): ReadonlyMap<string, readonly string[]> | undefined {
  if (!isJsonObject(raw)) return context.malformed("an object of arrays of property names");
  const dependents = new Map<string, readonly string[]>();
  for (const [name, names] of Object.entries(raw)) {
    if (!isJsonArray(names) || !names.every((item) => typeof item === "string")) {
      return context.malformed("an object of arrays of property names");
    }
    dependents.set(name, names);
  }
  return dependents;
}

function whenObject(checks: Checks): Check {
  return { kind: "when", type: "object", checks };
}
