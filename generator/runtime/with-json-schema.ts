import { copyJson } from "./copy-json.js";
import { toDraft07 } from "./draft-07.js";
import type { JsonSchema } from "./json-schema.js";
import type { StandardSchema } from "./standard-schema.js";

/** A schema that follows Standard JSON Schema, too. */
export type WithJsonSchema<S extends StandardSchema> = S & {
  readonly "~standard": { readonly jsonSchema: JsonSchemaConverter };
};

/** Gives the JSON Schema of what a schema takes and gives: with Guardsmith, both are the same. */
interface JsonSchemaConverter {
  readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
  readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
}

/** The version of JSON Schema that is asked for; any but the two that are named here throws. */
interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * Adds the JSON Schema of a model to its schema, for libraries that take a
 * [Standard JSON Schema](https://standardschema.dev/json-schema).
 *
 * Both `draft-2020-12` and `draft-07` are supported. A schema that draft-07 has no words for throws
 * once it is asked for.
 *
 * @example
 * const schema = withJsonSchema(BatchSchema, BatchJsonSchema);
 * schema["~standard"].jsonSchema.input({ target: "draft-07" });
 */
export function withJsonSchema<S extends StandardSchema>(
  schema: S,
  jsonSchema: JsonSchema,
): WithJsonSchema<S> {
  const convert = ({ target }: JsonSchemaOptions): Record<string, unknown> => {
    if (target === "draft-2020-12") return copyJson(jsonSchema);
    if (target === "draft-07") return toDraft07(jsonSchema);
    throw new Error(
      `The JSON Schema target ${JSON.stringify(target)} is not supported. Use "draft-2020-12" or "draft-07".`,
    );
  };
  return {
    ...schema,
    "~standard": { ...schema["~standard"], jsonSchema: { input: convert, output: convert } },
  };
}
