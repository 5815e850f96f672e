import { isOfType, jsonTypes, type SchemaType } from "../../core/json-type.js";
import type { Check } from "../../checks/check.js";
import { join, top } from "../../types/algebra.js";
import { neverType, nullType, type Type } from "../../types/type.js";
import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { KeywordTable, ParseContext } from "./keyword.js";
import { parseAny } from "./parsers.js";
import { printUnique } from "./printers.js";

/**
 * Keywords for values of any type.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1
 */
export interface ValueKeywords {
  readonly type: readonly SchemaType[];
  readonly const: Json;
  readonly enum: readonly Json[];
  /** The values of an `enum` that a policy opened: any other string is valid as well. */
  readonly "x-open-enum": readonly Json[];
}

export const valueKeywords: KeywordTable<ValueKeywords> = {
  type: {
    vocabulary: "validation",
    parse: parseTypes,
    checks: (types) => [{ kind: "types", types }],
    type: (types) => join(types.map((type) => top(type === "integer" ? "number" : type))),
    print: (types, context) =>
      types.length === 1 ? { type: types[0] ?? [] } : printUnique(types, context),
  },
  const: {
    vocabulary: "validation",
    parse: parseAny,
    checks: (value) => [{ kind: "equals", keyword: "const", values: [value] }],
    type: literalType,
  },
  enum: {
    vocabulary: "validation",
    parse: parseEnum,
    checks: (values) => [{ kind: "equals", keyword: "enum", values }],
    type: (values, { keywords: { type } }) =>
      join(values.filter((value) => fits(value, type)).map(literalType)),
    // Validators reject an empty list, under which nothing is valid.
    print: (values) => (values.length === 0 ? { not: {} } : { enum: values }),
  },
  "x-open-enum": {
    vocabulary: "validation",
    // Only a policy creates it: in a document, it has no meaning.
    parse: () => undefined,
    checks: (values, { keywords: { type } }) => {
      const others = values.filter((value) => typeof value !== "string" && fits(value, type));
      const strings: Check = { kind: "types", types: ["string"] };
      if (others.length === 0) return [strings];
      const equals: Check = { kind: "equals", keyword: "enum", values: others };
      return [{ kind: "any", branches: [[strings], [equals]] }];
    },
    type: (values, { keywords: { type } }) =>
      join([
        ...values.filter((value) => fits(value, type)).map(literalType),
        { kind: "other", name: "string" },
      ]),
    print: (values) => ({ anyOf: [{ enum: values }, { type: "string" }] }),
  },
};

const schemaTypes: readonly SchemaType[] = [...jsonTypes, "integer"];
const typeNames: ReadonlySet<Json> = new Set(schemaTypes);

/** Other names for types whose meaning is clear. `any` comes from draft 3. */
const otherNames: ReadonlyMap<Json, readonly SchemaType[]> = new Map<Json, readonly SchemaType[]>([
  ["any", jsonTypes],
  ["bool", ["boolean"]],
  ["int", ["integer"]],
  ["long", ["integer"]],
  ["float", ["number"]],
  ["double", ["number"]],
]);

/** The help for other names that documents use as types. */
const helpFor: ReadonlyMap<Json, string> = new Map([
  [null, 'write "null", in quotes'],
  ["file", "write `type: string` with `format: binary`, or leave the schema out of the media type"],
  ["date", "write `type: string` with `format: date`"],
  ["datetime", "write `type: string` with `format: date-time`"],
  ["date-time", "write `type: string` with `format: date-time`"],
  ["uuid", "write `type: string` with `format: uuid`"],
]);

function parseTypes(raw: Json, context: ParseContext): readonly SchemaType[] | undefined {
  if (isSchemaType(raw)) return [raw];
  const names = isJsonArray(raw) ? raw : [raw];
  const wanted = `one of ${schemaTypes.join(", ")}, or an array of these`;
  const exact = names.filter(isSchemaType);
  const types = names.map(typesNamed);
  const unknown = names.filter((_, index) => types[index] === undefined);
  if (names.length === 0 || unknown.length > 0) {
    return context.malformed(wanted, unknown.map((name) => helpFor.get(name)).find(Boolean));
  }
  const all = [...new Set(types.flatMap((known) => known ?? []))];
  if (names.includes("any")) {
    context.coerced(wanted, "if it were not there: any value has one of the types");
    return undefined;
  }
  if (exact.length < names.length) {
    context.coerced(wanted, JSON.stringify(all.length === 1 ? all[0] : all));
  }
  return all;
}

function isSchemaType(name: Json): name is SchemaType {
  return typeNames.has(name);
}

/** The types that a name stands for, or undefined. */
function typesNamed(name: Json): readonly SchemaType[] | undefined {
  const lower = typeof name === "string" ? name.toLowerCase() : name;
  const known = schemaTypes.find((type) => type === lower);
  return known === undefined ? otherNames.get(lower) : [known];
}

function parseEnum(raw: Json, context: ParseContext): readonly Json[] | undefined {
  return isJsonArray(raw) ? raw : context.malformed("an array of values");
}

function fits(value: Json, types: readonly SchemaType[] | undefined): boolean {
  return types === undefined || types.some((type) => isOfType(value, type));
}

/** The type of exactly one JSON value, as far as TypeScript can express it. */
function literalType(value: Json): Type {
  if (value === null) return nullType;
  if (isJsonArray(value)) {
    return {
      kind: "tuple",
      items: value.map(literalType),
      required: value.length,
      rest: neverType,
    };
  }
  if (isJsonObject(value)) {
    return {
      kind: "object",
      properties: Object.entries(value).map(([name, member]) => ({
        name,
        optional: false,
        type: literalType(member),
      })),
      index: neverType,
    };
  }
  return { kind: "literal", value };
}
