import { collect, type CollectingSchema, type Collector } from "./collect.js";
import type { Issue, ValidationOptions, ValidationResult } from "./issue.js";
import type { StandardOptions, StandardResult, StandardSchema } from "./standard-schema.js";
import { ValidationError } from "./validation-error.js";

/**
 * A model at run time. It is also a [Standard Schema](https://standardschema.dev), whose
 * `libraryOptions` are {@link ValidationOptions}.
 */
export interface ModelSchema<T> extends StandardSchema<T>, CollectingSchema {
  /** The name of the model: `Batch`. */
  readonly name: string;
  /** Tells whether a value is valid. */
  readonly is: (value: unknown) => value is T;
  /**
   * Asserts that a value is valid, and narrows its type.
   *
   * @throws {@link ValidationError} if it is not valid.
   */
  readonly assert: (value: unknown, options?: ValidationOptions) => asserts value is T;
  /** Returns the value with its type, or all its issues. */
  readonly validate: (value: unknown, options?: ValidationOptions) => ValidationResult<T>;
  /**
   * Returns the same value with its type. Use `parseJson` for JSON text.
   *
   * @throws {@link ValidationError} if it is not valid.
   */
  readonly parse: (value: unknown, options?: ValidationOptions) => T;
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "guardsmith";
    readonly validate: (value: unknown, options?: StandardOptions) => StandardResult<T, Issue>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/**
 * Makes the schema of a model.
 *
 * @param name - The name of the model.
 * @param place - The place of the schema in the document: `#/components/schemas/Batch`.
 * @param is - Tells whether a value is valid.
 * @param collector - Adds the findings about a value to those of a path.
 */
export function modelSchema<T>(
  name: string,
  place: string,
  is: (value: unknown) => value is T,
  collector: Collector,
): ModelSchema<T> {
  const validate = (value: unknown, options?: ValidationOptions): ValidationResult<T> =>
    is(value) ? { value } : { issues: collect(schema, value, options) };
  const parse = (value: unknown, options?: ValidationOptions): T => {
    const result = validate(value, options);
    if (result.issues) throw new ValidationError(name, result.issues);
    return result.value;
  };
  const schema: ModelSchema<T> = {
    name,
    is,
    assert: parse,
    validate,
    parse,
    "~standard": {
      version: 1,
      vendor: "guardsmith",
      validate: (value, options) => validate(value, options?.libraryOptions),
    },
    "~collect": collector,
    "~place": place,
  };
  return schema;
}
