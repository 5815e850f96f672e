import type { WarningCode } from "../core/diagnostic-code.js";
import type { Warning } from "../core/diagnostic.js";
import { ignoresRefSiblings, isOlder, type Dialect } from "../openapi/dialects.js";
import { flagOf } from "./keywords/annotation-readers.js";
import { isJsonArray, isJsonObject, type JsonObject } from "../core/json.js";
import { splitNull } from "./split-null.js";

/** A schema in the terms of JSON Schema 2020-12. */
export interface Upgraded {
  readonly keywords: JsonObject;
  /** Whether `null` is valid too, whatever the keywords say. */
  readonly orNull: boolean;
  /** The keywords that are written as in another dialect, or have no effect in this one. */
  readonly deviations: readonly Deviation[];
  /** The keywords that the document writes under another name, with that name. */
  readonly origins: ReadonlyMap<string, string>;
}

/** A keyword that is not written as the dialect of the schema requires. */
export type Deviation =
  /** It is written as in another dialect, or is not a keyword of this one. */
  | {
      readonly kind: "old";
      readonly code: WarningCode;
      readonly keyword: string;
      readonly message: string;
      readonly help: string;
    }
  /** Its value has the wrong type, but its meaning is clear. */
  | {
      readonly kind: "coerced";
      readonly keyword: string;
      readonly wanted: string;
      readonly reading: string;
    };

/** What a rule needs besides the schema. */
interface RuleContext {
  readonly dialect: Dialect;
  /** What `$recursiveRef` means in the schema, as a keyword and its value. */
  readonly recursiveReference: () => JsonObject;
}

/** The warning about a keyword that does not fit the dialect. */
type DialectWarning = Required<Pick<Warning, "code" | "message" | "help">>;

interface Rule {
  /** The keyword that the rule is about. */
  readonly keyword: string;
  /** The warning for the user; undefined, if the rule needs none. */
  readonly warning?: DialectWarning;
  /** The dialects that write the keyword so: they get no warning. */
  readonly dialects?: readonly Dialect[];
  readonly applies: (schema: JsonObject, dialect: Dialect) => boolean;
  readonly upgrade: (schema: JsonObject, context: RuleContext) => JsonObject;
  /** The keywords that it becomes under another name. */
  readonly origins?: readonly string[];
}

/**
 * Upgrades a Schema Object of any dialect to JSON Schema 2020-12.
 *
 * @see {@link https://spec.openapis.org/oas/v3.0.4.html#schema-object | OpenAPI 3.0, Schema Object}
 * @see {@link https://json-schema.org/draft/2020-12/release-notes | JSON Schema, release notes}
 */
export function upgradeSchema(schema: JsonObject, context: RuleContext): Upgraded {
  const deviations: Deviation[] = [];
  const origins = new Map<string, string>();
  let upgraded = coerced(schema, deviations);
  for (const { rule } of rulesAbout(schema)) {
    if (!rule.applies(upgraded, context.dialect)) continue;
    const { keyword, warning, dialects = [] } = rule;
    if (warning !== undefined && !dialects.includes(context.dialect)) {
      deviations.push({ kind: "old", keyword, ...warning });
    }
    upgraded = rule.upgrade(upgraded, context);
    for (const name of rule.origins ?? []) {
      if (upgraded[name] !== undefined) origins.set(name, keyword);
    }
  }
  const { keywords, orNull } = splitNull(upgraded);
  return { keywords, orNull, deviations, origins };
}

/** The rules for the keywords that a schema has, in the order of the list. */
function rulesAbout(schema: JsonObject): readonly RankedRule[] {
  // No rule adds a keyword that a later rule is about.
  const found: RankedRule[] = [];
  for (const keyword of Object.keys(schema)) {
    const own = rulesByKeyword.get(keyword);
    if (own !== undefined) found.push(...own);
  }
  return found.length > 1 ? found.sort((left, right) => left.rank - right.rank) : found;
}

function old(code: WarningCode, message: string): DialectWarning {
  return { code, message, help: "it is read as the older version defines it" };
}

/** The first dialect of each keyword that decides validity and that some dialects lack. */
const introduced: Readonly<Record<string, Dialect>> = {
  const: "draft-06",
  contains: "draft-06",
  propertyNames: "draft-06",
  if: "draft-07",
  then: "draft-07",
  else: "draft-07",
  dependentRequired: "2019-09",
  dependentSchemas: "2019-09",
  minContains: "2019-09",
  maxContains: "2019-09",
  unevaluatedItems: "2019-09",
  unevaluatedProperties: "2019-09",
  prefixItems: "2020-12",
  $dynamicRef: "2020-12",
};

const rules: readonly Rule[] = [
  {
    keyword: "$ref",
    applies: (schema, dialect) => ignoresRefSiblings(dialect) && typeof schema.$ref === "string",
    // "any properties added SHALL be ignored": https://spec.openapis.org/oas/v3.0.4.html#reference-object
    upgrade: ({ $ref = "" }) => ({ $ref }),
  },
  ...Object.entries(introduced).map(([keyword, since]): Rule => ({
    keyword,
    warning: {
      code: "unknown-keyword",
      message: `\`${keyword}\` is a keyword since JSON Schema ${since}, so it has no effect`,
      help: "remove it, or name a newer dialect in `$schema`",
    },
    applies: (schema, dialect) => schema[keyword] !== undefined && isOlder(dialect, since),
    upgrade: (schema) => without(schema, keyword),
  })),
  {
    keyword: "example",
    applies: (schema) => schema.example !== undefined && schema.examples === undefined,
    upgrade: ({ example = null, ...others }) => ({ ...others, examples: [example] }),
  },
  {
    keyword: "id",
    applies: ({ id }, dialect) => dialect === "draft-04" && id !== undefined,
    upgrade: (schema) => without(schema, "id"),
  },
  ...exclusiveBound("exclusiveMinimum", "minimum", "old-exclusiveMinimum"),
  ...exclusiveBound("exclusiveMaximum", "maximum", "old-exclusiveMaximum"),
  {
    keyword: "$recursiveRef",
    warning: old(
      "old-recursiveRef",
      "`$recursiveRef` is written `$dynamicRef` since JSON Schema 2020-12",
    ),
    dialects: ["2019-09"],
    applies: (schema) => typeof schema.$recursiveRef === "string" && schema.$ref === undefined,
    upgrade: (schema, { recursiveReference }) => ({
      ...without(schema, "$recursiveRef"),
      ...recursiveReference(),
    }),
    origins: ["$ref", "$dynamicRef"],
  },
  {
    keyword: "additionalItems",
    warning: {
      code: "ineffective-keyword",
      message: "`additionalItems` has no effect without an array in `items`",
      help: "remove it, or write it as `items`",
    },
    applies: ({ additionalItems, items }) => additionalItems !== undefined && !isJsonArray(items),
    upgrade: (schema) => without(schema, "additionalItems"),
  },
  {
    keyword: "items",
    warning: old(
      "old-items",
      "an array in `items` is written `prefixItems` since JSON Schema 2020-12",
    ),
    dialects: ["draft-04", "draft-06", "draft-07", "2019-09"],
    applies: ({ items, prefixItems }) => isJsonArray(items) && prefixItems === undefined,
    upgrade: ({ items = [], ...others }) =>
      isJsonArray(items) && items.length === 0 ? others : { ...others, prefixItems: items },
    origins: ["prefixItems"],
  },
  {
    keyword: "additionalItems",
    applies: ({ additionalItems }) => additionalItems !== undefined,
    upgrade: ({ additionalItems = true, ...others }) => ({ ...others, items: additionalItems }),
    origins: ["items"],
  },
  {
    keyword: "dependencies",
    warning: old(
      "old-dependencies",
      "`dependencies` is written `dependentRequired` and `dependentSchemas` since JSON Schema 2019-09",
    ),
    dialects: ["draft-04", "draft-06", "draft-07"],
    applies: ({ dependencies }) => isJsonObject(dependencies),
    upgrade: splitDependencies,
    origins: ["dependentRequired", "dependentSchemas"],
  },
  {
    keyword: "definitions",
    warning: old("old-definitions", "`definitions` is written `$defs` since JSON Schema 2019-09"),
    dialects: ["draft-04", "draft-06", "draft-07"],
    applies: ({ definitions }) => definitions !== undefined,
    upgrade: (schema) => without(schema, "definitions"),
  },
  {
    keyword: "nullable",
    warning: old("old-nullable", '`nullable` is written `type: [..., "null"]` since OpenAPI 3.1'),
    dialects: ["openapi-3.0"],
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

/** A rule, and its index in the list. */
interface RankedRule {
  readonly rule: Rule;
  readonly rank: number;
}

const rulesByKeyword: ReadonlyMap<string, readonly RankedRule[]> = new Map(
  rules.map(({ keyword }) => [
    keyword,
    rules.flatMap((rule, rank) => (rule.keyword === keyword ? [{ rule, rank }] : [])),
  ]),
);

const flags = ["nullable", "exclusiveMinimum", "exclusiveMaximum"];

/** Reads a flag in quotes as a boolean, and `null` in a list of types as the type "null". */
function coerced(schema: JsonObject, deviations: Deviation[]): JsonObject {
  const { type } = schema;
  let read = schema;
  if (isJsonArray(type) && type.includes(null)) {
    const types = type.map((name) => name ?? "null");
    deviations.push({
      kind: "coerced",
      keyword: "type",
      wanted: '"null" in quotes',
      reading: JSON.stringify(types),
    });
    read = { ...read, type: types };
  }
  for (const keyword of flags) {
    const value = schema[keyword];
    const flag = value === undefined ? undefined : flagOf(value);
    if (flag === undefined) continue;
    const reading = String(flag);
    deviations.push({ kind: "coerced", keyword, wanted: "true or false", reading });
    read = { ...read, [keyword]: flag };
  }
  return read;
}

/** The rules for a bound that a separate keyword makes exclusive. */
function exclusiveBound(keyword: string, bound: string, code: WarningCode): readonly Rule[] {
  return [
    {
      keyword,
      warning: {
        code: "ineffective-keyword",
        message: `\`${keyword}: true\` has no effect without \`${bound}\``,
        help: `remove it, or add \`${bound}\``,
      },
      applies: (schema) => schema[keyword] === true && schema[bound] === undefined,
      upgrade: (schema) => without(schema, keyword),
    },
    {
      keyword,
      warning: old(code, `\`${keyword}\` is a number since OpenAPI 3.1`),
      dialects: ["openapi-3.0", "draft-04"],
      applies: (schema) => typeof schema[keyword] === "boolean",
      upgrade: (schema) => numericBound(schema, bound, keyword),
    },
  ];
}

function splitDependencies({ dependencies = {}, ...others }: JsonObject): JsonObject {
  const all = isJsonObject(dependencies) ? Object.entries(dependencies) : [];
  const required = all.filter(([, dependency]) => isJsonArray(dependency));
  const schemas = all.filter(([, dependency]) => !isJsonArray(dependency));
  const { dependentRequired = {}, dependentSchemas = {} } = others;
  return {
    ...others,
    ...(required.length > 0 &&
      isJsonObject(dependentRequired) && {
        dependentRequired: { ...dependentRequired, ...Object.fromEntries(required) },
      }),
    ...(schemas.length > 0 &&
      isJsonObject(dependentSchemas) && {
        dependentSchemas: { ...dependentSchemas, ...Object.fromEntries(schemas) },
      }),
  };
}

function without(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

function numericBound(schema: JsonObject, bound: string, exclusive: string): JsonObject {
  const { [bound]: limit, [exclusive]: isExclusive, ...others } = schema;
  if (limit === undefined) return others;
  return { ...others, [isExclusive === true ? exclusive : bound]: limit };
}
