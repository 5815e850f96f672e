import type { ValidationOptions, ValidationResult } from "./issue.js";

/**
 * A validator as any library takes it that knows Standard Schema.
 *
 * https://standardschema.dev
 *
 * @example
 * const result = await schema["~standard"].validate(value);
 */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined },
    ) => ValidationResult<T>;
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/**
 * Makes a {@link StandardSchema} of a validating function, whose options are the library options of
 * the schema.
 */
export function standardSchema<T>(
  validate: (value: unknown, options?: ValidationOptions) => ValidationResult<T>,
): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "guardsmith",
      validate: (value, options) => validate(value, options?.libraryOptions),
    },
  };
}
