import { isDeepStrictEqual } from "node:util";
import { format } from "prettier";
import { Project, type Type } from "ts-morph";
import type { GenericSchema } from "valibot";
import { ConfigSchema } from "../generator/config/check-config.js";
import { settingExamples } from "../generator/config/setting-examples.js";

// The JSON Schema of a config: made from the schema that checks configs, with descriptions and defaults from the
// comments of the type, and the examples that messages use.

/** A JSON Schema of draft-07, which all editors support. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | false;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
}

/** Returns the JSON Schema of a config. */
export function configSchema(): JsonSchema {
  const project = new Project({
    tsConfigFilePath: "tsconfig.json",
    skipAddingFilesFromTsConfig: true,
  });
  const file = project.addSourceFileAtPath("generator/config/user-config.ts");
  const schema = convert(ConfigSchema, file.getInterfaceOrThrow("UserConfig").getType(), "");
  const { jobs, ...properties } = schema.properties ?? {};
  // The settings of a job are those of the file.
  const job = jobs?.additionalProperties;
  if (job === undefined || job === false) throw new Error("Configs have no jobs");
  const definitions = job.properties ?? {};
  const shared = mapValues(definitions, (_, name) => ({ $ref: `#/definitions/${name}` }));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Config of Guardsmith",
    ...schema,
    properties: {
      ...properties,
      ...shared,
      jobs: { ...jobs, additionalProperties: { ...job, properties: shared } },
    },
    definitions,
  };
}

/** Returns the text of `config.schema.json`. */
export function configSchemaText(): Promise<string> {
  return format(JSON.stringify(configSchema()), { parser: "json", printWidth: 100 });
}

/** The parts of a schema or an action of valibot, which depend on its type. */
interface Parts {
  readonly type: string;
  readonly entries?: Readonly<Record<string, GenericSchema & Parts>>;
  readonly value?: GenericSchema & Parts;
  readonly key?: GenericSchema & Parts;
  readonly item?: GenericSchema & Parts;
  readonly wrapped?: GenericSchema & Parts;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly (GenericSchema & Parts)[];
  readonly forms?: readonly (GenericSchema & Parts)[];
  readonly requirement?: unknown;
  readonly metadata?: { readonly jsonSchema: JsonSchema };
}

/**
 * Converts a schema of valibot.
 *
 * @param type The type of its input, whose comments become the descriptions.
 * @param path The name of the setting, as in the keys of the examples.
 */
function convert(schema: GenericSchema & Parts, type: Type | undefined, path: string): JsonSchema {
  if (schema.pipe !== undefined) {
    return schema.pipe.reduce<JsonSchema>((all, part) => {
      if (part.type !== "non_empty") return { ...all, ...convert({ ...part }, type, path) };
      return { ...all, [all.type === "array" ? "minItems" : "minLength"]: 1 };
    }, {});
  }
  if (schema.forms !== undefined)
    return { anyOf: schema.forms.map((form) => convert(form, type, path)) };
  switch (schema.type) {
    case "object_with_rest": {
      const entries = schema.entries ?? {};
      const required = Object.keys(entries).filter((key) => entries[key]?.type !== "optional");
      const rest = Reflect.get(schema, "rest") as GenericSchema & Parts;
      return {
        type: "object",
        properties: mapValues(entries, (entry, name) => property(entry, name, type, path)),
        additionalProperties: rest.type === "never" ? false : convert(rest, undefined, `${path}.*`),
        ...(required.length > 0 && { required }),
      };
    }
    case "record":
      return {
        type: "object",
        ...(schema.value && {
          additionalProperties: convert(
            schema.value,
            type?.getStringIndexType(),
            // The settings of a job are those of the file.
            path === "jobs" ? "" : `${path}.*`,
          ),
        }),
        ...(schema.key && { propertyNames: convert(schema.key, undefined, `${path}.*`) }),
      };
    case "array":
      return {
        type: "array",
        ...(schema.item && {
          items: convert(schema.item, type?.getArrayElementType(), `${path}[]`),
        }),
      };
    case "optional":
      return schema.wrapped === undefined ? {} : convert(schema.wrapped, type, path);
    case "string":
    case "number":
    case "boolean":
      return { type: schema.type };
    case "picklist":
      return { enum: schema.options };
    case "literal":
      return { const: schema.literal };
    case "union": {
      // The options of a union are schemas.
      const options = schema.options as readonly (GenericSchema & Parts)[];
      const anyOf = options.map((one) => convert(one, type, path)).filter((one) => !isNever(one));
      return anyOf.length === 1 ? (anyOf[0] ?? {}) : { anyOf };
    }
    case "max_length":
      return { maxLength: schema.requirement };
    case "regex":
      return { pattern: (schema.requirement as RegExp).source };
    case "integer":
      return { type: "integer" };
    case "min_value":
      return { minimum: schema.requirement };
    case "min_entries":
      return { minProperties: schema.requirement };
    case "metadata":
      return schema.metadata?.jsonSchema ?? {};
    case "custom":
    case "check":
    case "transform":
      return {};
    default:
      throw new Error(
        `Add the JSON Schema of valibot's ${schema.type} to scripts/config-schema.ts`,
      );
  }
}

/** Returns whether no JSON value is valid, as for functions. */
function isNever({ not }: JsonSchema): boolean {
  return isDeepStrictEqual(not, {});
}

/** Returns a property, with the comment of its type. */
function property(
  schema: GenericSchema & Parts,
  name: string,
  type: Type | undefined,
  parent: string,
): JsonSchema {
  const path = parent === "" ? name : `${parent}.${name}`;
  const forms = type === undefined ? [] : [type, ...type.getUnionTypes()];
  const symbol = forms.flatMap((form) => form.getProperty(name) ?? [])[0];
  const [declaration] = symbol?.getDeclarations() ?? [];
  if (symbol === undefined || declaration === undefined) {
    if (!forms.some((form) => form.getStringIndexType())) {
      throw new Error(`The type of configs has no ${name}`);
    }
    return { description: "For all that are not named.", ...convert(schema, undefined, path) };
  }
  const comment = symbol.compilerSymbol.getDocumentationComment(undefined);
  const description = comment
    .map(({ text }) => text)
    .join("")
    .replaceAll(/(?<!\n)\n(?!\n)/g, " ");
  const member = symbol.getTypeAtLocation(declaration).getNonNullableType();
  return {
    ...(description !== "" && { description }),
    ...(!isInherited.test(path) && defaultIn(description)),
    ...(Object.hasOwn(settingExamples, path) && { examples: [settingExamples[path]] }),
    ...convert(schema, member, path),
  };
}

/** Members of policies whose default is what a less specific policy says. */
const isInherited = /^policies\.(?:request|response|models)\./;

/** The default, where the description names it in backticks behind the word: JSON, or a text. */
function defaultIn(description: string): Pick<JsonSchema, "default"> {
  const [, text] = /Default: `([^`]*)`/.exec(description) ?? [];
  if (text === undefined) return {};
  try {
    return { default: JSON.parse(text) };
  } catch {
    return { default: text };
  }
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
