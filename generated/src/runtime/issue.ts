/** One thing that is wrong with a value. */
export interface Issue {
  /** Where it is: the property names and array indexes that lead there. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that the value breaks, such as `type` or `maxLength`. */
  readonly keyword: string;
  /** What was expected and what was found, for people. */
  readonly message: string;
}

/** What validation results in: the value with its type, or what is wrong with it. */
export type ValidationResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
