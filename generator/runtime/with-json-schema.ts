import { copyJson } from "./copy-json.js";
import { toDraft07 } from "./draft-07.js";
import type { JsonSchema } from "./json-schema.js";
import type { ModelSchema } from "./schema.js";

/** A schema that also follows Standard JSON Schema. */
export type WithJsonSchema<S extends ModelSchema<unknown>> = S & {
  readonly "~standard": { readonly jsonSchema: JsonSchemaConverter };
};

/** Returns the JSON Schema of a schema's input and output, which are the same for a model. */
interface JsonSchemaConverter {
  readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
  readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
}

interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * Adds its JSON Schema to the schema of a model, for libraries that accept a [Standard JSON
 * Schema](https://standardschema.dev/json-schema).
 *
 * The targets are `draft-2020-12` and `draft-07`; for any other, `input` and `output` throw. They also
 * throw if the schema has a keyword without an equivalent in draft-07.
 *
 * @example
 * const schema = withJsonSchema(BatchSchema, BatchJsonSchema);
 * schema["~standard"].jsonSchema.input({ target: "draft-07" });
 */
export function withJsonSchema<S extends ModelSchema<unknown>>(
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
