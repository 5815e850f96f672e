import { join, top } from "../emit/types/algebra.js";
import { neverType, unknownType } from "../emit/types/type.js";
import type { Json } from "../load/document.js";
import { jsonTypes, type Schema, type SchemaId } from "../schema/schema.js";
import type { KeywordDefinition, ParseContext } from "./keyword.js";
import type { KeywordTable } from "./keywords.js";
import { parseSchema, parseSchemaMap, parseSchemas } from "./parsers.js";

/**
 * Keywords that apply schemas to the same value.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3
 */
export interface InPlaceKeywords {
  readonly $ref: SchemaId;
  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly not: Schema;
  readonly if: Schema;
  readonly then: Schema;
  readonly else: Schema;
  readonly dependentSchemas: ReadonlyMap<string, Schema>;
}

export const inPlaceKeywords: KeywordTable<InPlaceKeywords> = {
  $ref: {
    parse: parseReference,
    checks: (model, { call }) => [call(model)],
    type: (model, { reference }) => reference(model),
  },
  allOf: {
    parse: parseSchemas,
    children: (schemas) => schemas.map((schema) => ({ schema, role: { kind: "part" } })),
    checks: (schemas, { checks }) => schemas.flatMap(checks),
    type: (schemas, { type, meet }) => meet(schemas.map(type)),
  },
  anyOf: options("any"),
  oneOf: options("one"),
  not: {
    parse: parseSchema,
    children: (schema) => [{ schema, role: { kind: "condition", inPlace: true } }],
    checks: (schema, { checks }) => [{ kind: "not", checks: checks(schema) }],
    type: (schema) => complement(schema),
  },
  if: {
    parse: parseSchema,
    children: (schema) => [{ schema, role: { kind: "condition", inPlace: true } }],
    checks: (condition, { keywords, checks }) =>
      keywords.then === undefined && keywords.else === undefined
        ? []
        : [
            {
              kind: "conditional",
              condition: checks(condition),
              then: keywords.then === undefined ? [] : checks(keywords.then),
              otherwise: keywords.else === undefined ? [] : checks(keywords.else),
            },
          ],
    type: (condition, { keywords, type, meet }) =>
      join([
        meet([type(condition), keywords.then === undefined ? unknownType : type(keywords.then)]),
        keywords.else === undefined ? unknownType : type(keywords.else),
      ]),
  },
  then: branch(0),
  else: branch(1),
  dependentSchemas: {
    parse: parseSchemaMap,
    children: (dependents) =>
      [...dependents.values()].map((schema) => ({
        schema,
        role: { kind: "condition", inPlace: true },
      })),
    checks: (dependents, { checks }) => [
      {
        kind: "when",
        type: "object",
        checks: [...dependents].map(([name, schema]) => ({
          kind: "dependent",
          name,
          checks: checks(schema),
        })),
      },
    ],
  },
};

function options(kind: "any" | "one"): KeywordDefinition<readonly Schema[]> {
  return {
    parse: parseSchemas,
    children: (schemas) =>
      schemas.map((schema, index) => ({
        schema,
        role: { kind: "option", index, of: schemas.filter((option) => !isNullOnly(option)).length },
      })),
    checks: (schemas, { checks }) => [{ kind, branches: schemas.map(checks) }],
    type: (schemas, { type }) => join(schemas.map(type)),
  };
}

/** `then` and `else` are checked and typed by `if`. */
function branch(index: number): KeywordDefinition<Schema> {
  return {
    parse: parseSchema,
    children: (schema) => [{ schema, role: { kind: "option", index, of: 2 } }],
  };
}

function parseReference(raw: Json, { malformed, resolve }: ParseContext): SchemaId | undefined {
  return typeof raw === "string" ? resolve(raw) : malformed("a URI reference");
}

/** Whether a schema says no more than `type: "null"`. */
function isNullOnly(schema: Schema): boolean {
  return (
    schema.kind === "object" &&
    schema.keywords.type?.length === 1 &&
    schema.keywords.type[0] === "null"
  );
}

/** What `not` leaves: TypeScript can only say it where whole JSON types are excluded. */
function complement(schema: Schema): ReturnType<typeof top> {
  if (schema.kind === "boolean") return schema.value ? neverType : unknownType;
  const { type, ...others } = schema.keywords;
  const assertions = Object.keys(others).filter(
    (name) => !["title", "description", "default", "examples", "deprecated"].includes(name),
  );
  if (assertions.length > 0) return unknownType;
  if (type === undefined) return neverType;
  return join(jsonTypes.filter((name) => !type.includes(name)).map(top));
}
