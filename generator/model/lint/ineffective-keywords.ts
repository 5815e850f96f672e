import type { DiagnosticLog } from "../../core/diagnostic.js";
import { jsonTypeOf, jsonTypes, type JsonType } from "../../core/json-type.js";
import type { SchemaId } from "../../core/schema-id.js";
import { strongComponents } from "../../core/strong-components.js";
import type { KeywordName, Keywords } from "../../schema/keywords/keyword-values.js";
import { formatNamed } from "../../schema/keywords/formats.js";
import { keywordPlace, type ObjectSchema, type Schema } from "../../schema/schema.js";
import { partsOf } from "../../schema/tags.js";
import { objectKeywords } from "../../schema/untyped.js";
import { writtenParts } from "./written-parts.js";

/** The keywords that apply to values of one type only. */
const keywordsFor: Readonly<Partial<Record<JsonType, readonly KeywordName[]>>> = {
  string: ["minLength", "maxLength", "pattern"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: [
    "items",
    "prefixItems",
    "minItems",
    "maxItems",
    "uniqueItems",
    "contains",
    "unevaluatedItems",
  ],
  object: objectKeywords,
};

/** The type that each of these applies to. */
const typeOfKeyword: ReadonlyMap<string, JsonType> = new Map(
  jsonTypes.flatMap((type) => (keywordsFor[type] ?? []).map((keyword) => [keyword, type] as const)),
);

/** Keywords that have an effect only beside another one. */
const dependents: readonly (readonly [keyword: KeywordName, on: KeywordName])[] = [
  ["then", "if"],
  ["else", "if"],
  ["minContains", "contains"],
  ["maxContains", "contains"],
];

/**
 * Warns of keywords that have no effect, because the type or the keyword that they need is missing.
 */
export function lintIneffective(
  all: readonly Schema[],
  get: (id: SchemaId) => Schema,
  log: DiagnosticLog,
): void {
  const types = new TypesLeft(get);
  for (const schema of all) {
    if (schema.kind === "boolean") continue;
    lintDependents(schema, log);
    // A part is examined with the schema that contains it.
    if (schema.within !== "allOf" && hasSuspects(schema, types)) {
      lintTypes(schema, types.of(schema), get, log);
    }
  }
}

/** Whether a schema or one of its parts has keywords for a type that its values cannot have. */
function hasSuspects(schema: ObjectSchema, types: TypesLeft): boolean {
  for (const { keywords } of writtenParts(schema)) {
    for (const name of Object.keys(keywords)) {
      const type = name === "format" ? typeOfFormat(keywords.format) : typeOfKeyword.get(name);
      if (type !== undefined && !types.of(schema).includes(type)) return true;
    }
  }
  return false;
}

function lintDependents(schema: ObjectSchema, log: DiagnosticLog): void {
  for (const [keyword, other] of dependents) {
    if (schema.keywords[keyword] === undefined || schema.keywords[other] !== undefined) continue;
    log.warning({
      code: "ineffective-keyword",
      message: `\`${keyword}\` has no effect without \`${other}\``,
      help: `add \`${other}\` beside it, or remove it`,
      place: { ...keywordPlace(schema, keyword), part: "key" },
    });
  }
}

/**
 * The types that schemas allow, together with their references and `allOf`. Each schema is examined
 * once.
 */
class TypesLeft {
  readonly #get: (id: SchemaId) => Schema;
  readonly #known = new Map<Schema, readonly JsonType[]>();

  constructor(get: (id: SchemaId) => Schema) {
    this.#get = get;
  }

  of(schema: Schema): readonly JsonType[] {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const unknownPartsOf = (part: Schema): readonly Schema[] =>
      this.#partsOf(part).filter((inner) => !this.#known.has(inner));
    let left = jsonTypes;
    // The last component contains the schema itself.
    for (const members of strongComponents([schema], unknownPartsOf)) {
      left = this.#typesOfAll(members);
      for (const member of members) this.#known.set(member, left);
    }
    return left;
  }

  /** The types that a circle of schemas allows: the same for each of them. */
  #typesOfAll(members: readonly Schema[]): readonly JsonType[] {
    const typings = members.flatMap(typingsOf);
    const parts = members.flatMap((schema) => this.#partsOf(schema));
    return jsonTypes.filter(
      (type) =>
        typings.every(({ types }) => types.has(type)) &&
        parts.every((part) => this.#known.get(part)?.includes(type) ?? true),
    );
  }

  #partsOf(schema: Schema): readonly Schema[] {
    if (schema.kind === "boolean") return none;
    const { $ref, allOf = none } = schema.keywords;
    return $ref === undefined ? allOf : [this.#get($ref), ...allOf];
  }
}

const none: readonly Schema[] = [];

function lintTypes(
  schema: ObjectSchema,
  left: readonly JsonType[],
  get: (id: SchemaId) => Schema,
  log: DiagnosticLog,
): void {
  const suspects = writtenParts(schema).flatMap((part) =>
    typedKeywords(part.keywords).map((typed) => ({ part, ...typed })),
  );
  if (suspects.every(({ type }) => left.includes(type))) return;
  // If no type is left, nothing is valid, which has a warning of its own.
  if (left.length === 0) return;
  const typings = partsOf(schema, get).flatMap(typingsOf);
  for (const { part, keyword, type } of suspects) {
    if (left.includes(type)) continue;
    const typing = typings.find(({ types }) => !types.has(type));
    if (typing === undefined) continue;
    const what =
      keyword === "format" ? `\`format: ${part.keywords.format?.name ?? ""}\`` : `\`${keyword}\``;
    const isBeside = typing.within === part;
    log.warning({
      code: "ineffective-keyword",
      message: `${what} applies only to ${pluralOf[type]}, which \`${typing.keyword}\` ${isBeside ? "beside it" : "elsewhere"} excludes, so it has no effect`,
      help: `remove it, or correct \`${typing.keyword}\``,
      place: { ...keywordPlace(part, keyword), part: "key" },
      ...(!isBeside && {
        related: [
          {
            message: `this excludes ${pluralOf[type]}`,
            place: keywordPlace(typing.within, typing.keyword),
          },
        ],
      }),
    });
  }
}

const pluralOf: Readonly<Record<JsonType, string>> = {
  string: "strings",
  number: "numbers",
  boolean: "booleans",
  array: "arrays",
  object: "objects",
  null: "null",
};

/** The keywords of a schema that restrict values of one type. */
function typedKeywords(
  keywords: Keywords,
): readonly { readonly keyword: KeywordName; readonly type: JsonType }[] {
  const found = (["string", "number", "array", "object"] as const).flatMap((type) =>
    (keywordsFor[type] ?? [])
      .filter((keyword) => isRestricting(keywords[keyword]))
      .map((keyword) => ({ keyword, type })),
  );
  const type = typeOfFormat(keywords.format);
  return type === undefined ? found : [...found, { keyword: "format", type }];
}

/** The type that a format applies to, if there is only one. */
function typeOfFormat(format: Keywords["format"]): JsonType | undefined {
  if (format === undefined) return undefined;
  const [type, ...others] = formatNamed(format.name, format.pattern)?.types ?? [];
  // `int32` beside `type: string` often describes the digits, so it only matters if it is asserted.
  return others.length === 0 && (type === "string" || format.isAsserted) ? type : undefined;
}

/**
 * Whether the value of a keyword excludes anything: some tools write `false`, 0 and empty lists by
 * default.
 */
function isRestricting(value: Keywords[KeywordName]): boolean {
  if (value === undefined || value === false || value === 0) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return !(
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "boolean"
  );
}

interface Typing {
  readonly keyword: "type" | "const" | "enum";
  readonly types: ReadonlySet<JsonType>;
  readonly within: ObjectSchema;
}

/** The keywords of a schema itself that decide the types of values. */
function typingsOf(within: Schema): readonly Typing[] {
  if (within.kind === "boolean") return [];
  const { type, const: value, enum: values } = within.keywords;
  const found: Typing[] = [];
  if (type !== undefined) {
    const types = new Set(type.map((name) => (name === "integer" ? "number" : name)));
    found.push({ keyword: "type", types, within });
  }
  if (value !== undefined) {
    found.push({ keyword: "const", types: new Set([jsonTypeOf(value)]), within });
  }
  if (values !== undefined) {
    found.push({ keyword: "enum", types: new Set(values.map(jsonTypeOf)), within });
  }
  return found;
}
