/**
 * A validator of any library that follows Standard Schema, version 1.
 *
 * https://standardschema.dev
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
      options?: StandardOptions,
    ) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** Options of a Standard Schema, including those of a single library. */
export interface StandardOptions {
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The result of a Standard Schema: a value, or its issues. */
export type StandardResult<Output, I extends StandardIssue = StandardIssue> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly I[] };

/** The members of an issue of every Standard Schema. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
