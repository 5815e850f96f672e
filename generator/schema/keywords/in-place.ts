import type { SchemaId } from "../../core/schema-id.js";
import { jsonTypes } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import type { Checks } from "../../checks/check.js";
import type { Tag } from "../tags.js";
import { join, joinOptions, top } from "../../types/algebra.js";
import { neverType, unknownType, type Type } from "../../types/type.js";
import { titleOf, type Schema } from "../schema.js";
import type {
  KeywordDefinition,
  KeywordEntry,
  KeywordTable,
  ParseContext,
  ReferenceKind,
} from "./keyword.js";
import { parseAllSchemas, parseOptions, parseSchema, parseSchemaMap } from "./parsers.js";
import { printSchema, printSchemaMap, printSchemas } from "./printers.js";

/**
 * Keywords that apply schemas to the same value.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3
 */
export interface InPlaceKeywords {
  readonly $ref: SchemaId;
  readonly $dynamicRef: SchemaId;
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
  $ref: reference("static"),
  $dynamicRef: reference("dynamic"),
  allOf: {
    vocabulary: "applicator",
    parse: parseAllSchemas,
    print: printSchemas,
    children: (schemas) => schemas.map((schema) => ({ schema, role: { kind: "part" } })),
    checks: (schemas, { checks }) => schemas.flatMap(checks),
    evaluates: (schemas, target, { evaluatedBy }) =>
      schemas.flatMap((schema) => evaluatedBy(schema, target)),
    type: (schemas, { type, meet }) => meet(schemas.map(type)),
  },
  anyOf: options("anyOf", "any"),
  oneOf: options("oneOf", "one"),
  not: {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [
      { schema, role: { kind: "condition", inPlace: true, isAsserted: false } },
    ],
    checks: (schema, { checks }) => [{ kind: "not", checks: checks(schema), ...titleOf(schema) }],
    type: (schema) => complement(schema),
  },
  if: {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [
      { schema, role: { kind: "condition", inPlace: true, isAsserted: false } },
    ],
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
    evaluates: (condition, target, { keywords, checks, evaluatedBy }) => [
      {
        kind: "depending",
        condition: checks(condition),
        then: [condition, keywords.then].flatMap((schema) =>
          schema === undefined ? [] : evaluatedBy(schema, target),
        ),
        otherwise: keywords.else === undefined ? [] : evaluatedBy(keywords.else, target),
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
    vocabulary: "applicator",
    parse: parseSchemaMap,
    print: printSchemaMap,
    children: (dependents) =>
      [...dependents.values()].map((schema) => ({
        schema,
        role: { kind: "condition", inPlace: true, isAsserted: true },
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
    evaluates: (dependents, target, { evaluatedBy }) =>
      [...dependents].map(([name, schema]) => ({
        kind: "depending",
        condition: [
          { kind: "types", types: ["object"] },
          { kind: "when", type: "object", checks: [{ kind: "required", name }] },
        ],
        then: evaluatedBy(schema, target),
        otherwise: [],
      })),
  },
};

function reference(kind: ReferenceKind): KeywordDefinition<SchemaId> {
  return {
    vocabulary: "core",
    parse: (raw: Json, context: ParseContext) =>
      typeof raw === "string" ? context.resolve(raw, kind) : context.malformed("a URI reference"),
    // A `$dynamicRef` is already resolved here, so it is printed like a `$ref`.
    print: (model, { reference }) => ({ $ref: reference(model) }),
    references: (model) => [model],
    checks: (model, { call }) => [call(model)],
    evaluates: (model, _target, { nameOf }) => [{ kind: "model", model: nameOf(model) }],
    type: (model, { reference }) => reference(model),
  };
}

function options(keyword: "anyOf" | "oneOf", kind: "any" | "one"): KeywordEntry<readonly Schema[]> {
  return {
    vocabulary: "applicator",
    parse: parseOptions,
    // Validators reject an empty list, under which nothing is valid.
    print: (schemas, context) =>
      schemas.length === 0 ? { [keyword]: [false] } : printSchemas(schemas, context),
    children: (schemas) => {
      const of = schemas.filter((option) => !isNullOnly(option)).length;
      return schemas.map((schema, index) => ({ schema, role: { kind: "option", index, of } }));
    },
    checks: (schemas, { checks, tag }) => {
      if (schemas.length === 0) return [{ kind: "never", keyword }];
      const found = tag(schemas);
      return found === undefined
        ? [{ kind, branches: schemas.map(checks) }]
        : switchOn(found, schemas.map(checks));
    },
    evaluates: (schemas, target, { checks, evaluatedBy }) =>
      schemas.map((schema) => ({
        kind: "depending",
        condition: checks(schema),
        then: evaluatedBy(schema, target),
        otherwise: [],
      })),
    type: (schemas, { type }) => joinOptions(schemas.map(type)),
  };
}

/**
 * Checks for objects with a property that tells which schema can accept them. No two schemas can,
 * so `oneOf` and `anyOf` mean the same here.
 */
function switchOn({ name, values }: Tag, branches: readonly Checks[]): Checks {
  const cases = branches.map((checks, index) => ({ values: values[index] ?? [], checks }));
  return [
    { kind: "types", types: ["object"] },
    { kind: "when", type: "object", checks: [{ kind: "switch", name, cases }] },
  ];
}

/** `then` and `else` are checked and typed by `if`. */
function branch(index: number): KeywordEntry<Schema> {
  return {
    vocabulary: "applicator",
    parse: parseSchema,
    print: printSchema,
    children: (schema) => [{ schema, role: { kind: "option", index, of: 2 } }],
  };
}

/** Whether a schema is just `type: "null"`. */
export function isNullOnly(schema: Schema): boolean {
  return (
    schema.kind === "object" &&
    schema.keywords.type?.length === 1 &&
    schema.keywords.type[0] === "null"
  );
}

/** The type that `not` leaves: TypeScript can only express it if whole JSON types are excluded. */
function complement(schema: Schema): Type {
  if (schema.kind === "boolean") return schema.value ? neverType : unknownType;
  const { type, ...others } = schema.keywords;
  const assertions = Object.keys(others).filter(
    (name) => !["title", "description", "default", "examples", "deprecated"].includes(name),
  );
  if (assertions.length > 0) return unknownType;
  if (type === undefined) return neverType;
  return join(jsonTypes.filter((name) => !type.includes(name)).map(top));
}
