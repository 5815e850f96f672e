/** One thing that is wrong with a value. */
export interface Issue {
  /** Where it is: the property names and array indexes that lead there. */
  readonly path: readonly (string | number)[];
  /** The same as a JSON pointer: `/errors/data/3/line`. The empty text is the whole value. */
  readonly pointer: string;
  /**
   * The JSON Schema keyword that the value breaks, such as `type`; `json`, if text is no JSON;
   * `maxIssues`, where there are more issues; `stable`, if the value changed while it was validated.
   */
  readonly keyword: string;
  /** All of it for people: `status: expected string, received 12 (number)`. */
  readonly message: string;
  /** What would have been right: `string`, or `one of "failed", "completed"`. */
  readonly expected: string;
  /** What was found, shortened: `12 (number)`. */
  readonly received: string;
  /**
   * Where the OpenAPI document says so: `#/components/schemas/Batch/properties/status/enum`. Empty,
   * if text is no JSON.
   */
  readonly schemaPath: string;
  /** The line of the text, counted from 1, where it is no JSON. */
  readonly line?: number;
  /** The column of the text, in UTF-16 code units counted from 1, where it is no JSON. */
  readonly column?: number;
}

/** What validation results in: the value with its type, or what is wrong with it. */
export type ValidationResult<T> =
  | {
      readonly value: T;
      readonly issues?: undefined;
    }
  | {
      readonly issues: readonly Issue[];
      /** So that a result can be taken apart, and read without `strictNullChecks`. */
      readonly value?: undefined;
    };

/** How to validate. */
export interface ValidationOptions {
  /**
   * Whether issues tell no more of the values than their types and sizes, so that nothing private
   * reaches a log. The names of properties are shown all the same. Default: false.
   */
  readonly hideValues?: boolean | undefined;
  /**
   * How many issues are told; if there are more, then one more issue, whose keyword is `maxIssues`,
   * says how many. Never more than 10,000. Default: 100.
   */
  readonly maxIssues?: number | undefined;
}
