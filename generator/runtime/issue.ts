/** A problem with a value. */
export interface Issue {
  /** The property names and array indexes that lead to the value. */
  readonly path: readonly (string | number)[];
  /** The path as a JSON pointer: `/errors/data/3/line`. The empty text is the whole value. */
  readonly pointer: string;
  /**
   * The JSON Schema keyword that the value breaks, such as `type`; `json`, if a text is not JSON;
   * `body`, if the body of a message cannot be read; `maxBytes`, if it is too large; `maxIssues`, if
   * there are more issues than reported.
   */
  readonly keyword: string;
  /** The whole issue as text: `status: expected string, received 12 (number)`. */
  readonly message: string;
  /** What was expected: `string`, or `one of "failed", "completed"`. */
  readonly expected: string;
  /** What was found, shortened: `12 (number)`. */
  readonly received: string;
  /**
   * The place of the keyword in the OpenAPI document:
   * `#/components/schemas/Batch/properties/status/enum`. Empty, if a text is not JSON, or a body
   * cannot be read.
   */
  readonly schemaPath: string;
  /** If a text is not JSON: the line, counted from 1. */
  readonly line?: number;
  /** If a text is not JSON: the column in UTF-16 code units, counted from 1. */
  readonly column?: number;
}

/** The result of a validation: the value with its type, or the issues. */
export type ValidationResult<T> =
  | {
      readonly value: T;
      readonly issues?: undefined;
    }
  | {
      readonly issues: readonly Issue[];
      /** Allows destructuring, and use without `strictNullChecks`. */
      readonly value?: undefined;
    };

/** Options of a validation. */
export interface ValidationOptions {
  /**
   * Whether issues show only the types and sizes of values, so that nothing private reaches a log.
   * The names of properties are still shown. Default: false.
   */
  readonly hideValues?: boolean | undefined;
  /**
   * The greatest number of issues, at most 10,000. If there are more, a last issue with the keyword
   * `maxIssues` tells how many. Default: 100.
   */
  readonly maxIssues?: number | undefined;
}
