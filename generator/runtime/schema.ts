import { collect, type CollectingSchema, type Collector } from "./collect.js";
import type { Issue, ValidationOptions, ValidationResult } from "./issue.js";
import type { StandardOptions, StandardResult, StandardSchema } from "./standard-schema.js";
import { ValidationError } from "./validation-error.js";

/**
 * A model at run time. It is a [Standard Schema](https://standardschema.dev), too, whose
 * `libraryOptions` are {@link ValidationOptions}.
 */
export interface ModelSchema<T> extends StandardSchema<T>, CollectingSchema {
  /** The name of the model: `Batch`. */
  readonly name: string;
  /** Tells whether a value is valid. */
  readonly is: (value: unknown) => value is T;
  /**
   * Has a value be valid from here on.
   *
   * @throws {@link ValidationError} unless it is.
   */
  readonly assert: (value: unknown, options?: ValidationOptions) => asserts value is T;
  /** Returns the value with its type, or every issue that it has. */
  readonly validate: (value: unknown, options?: ValidationOptions) => ValidationResult<T>;
  /**
   * Returns the same value with its type. For JSON text there is `parseJson`.
   *
   * @throws {@link ValidationError} unless it is valid.
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
 * @param place - Where the document has the schema: `#/components/schemas/Batch`.
 * @param is - Tells whether a value is valid.
 * @param collector - Adds what is wrong with a value to the findings of a path.
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
