import type { CollectingSchema } from "./collect.js";

/**
 * Where a parameter is in a request; `querystring` is the whole query as one value. The headers of
 * responses are parameters in `header`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#parameter-locations | OpenAPI 3.2, Parameter Locations}
 */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";

/** Decides which values are valid, and says why others are not; a `ModelSchema` is one. */
export interface ValueSchema extends CollectingSchema {
  readonly is: (value: unknown) => boolean;
}

/** A parameter of an operation, or a header of a response. */
export interface Parameter {
  /** The name in the document, which is also the name of its member in a call: `batch_id`. */
  readonly name: string;
  readonly in: ParameterLocation;
  /** Whether it is required. Default: false. */
  readonly isRequired?: boolean;
  /** How its value is written as text, and read. */
  readonly codec: ParameterCodec;
  readonly schema: ValueSchema;
}

/**
 * How the value of a parameter is written as text, and read: a `style` with `explode`, or the media type
 * of `content`.
 */
export interface ParameterCodec {
  /**
   * Writes a value.
   *
   * @param name - The name of the parameter.
   * @param location - Decides how the text is encoded. Fields of urlencoded bodies are as in `query`.
   * @returns For `query` and `cookie` the pairs `name=value`, each encoded; for the other locations one
   *   text. None, if the value is not sent at all.
   * @throws TypeError if the value cannot be written so that it is read back, with what is wrong.
   */
  readonly write: (name: string, value: unknown, location: ParameterLocation) => readonly string[];
  /**
   * Reads a value. What the schema does not accept is left as text, so that the schema can say so.
   *
   * @param name - The name of the parameter.
   * @param source - The texts of its location.
   * @param is - Tells whether the schema accepts a value.
   * @returns The value; undefined, if it is not there.
   */
  readonly read: (
    name: string,
    source: ParameterSource,
    is: (value: unknown) => boolean,
  ) => unknown;
  /** Tells whether a pair with another name belongs to the parameter: `filter[age]` to `filter`. */
  readonly owns?: (name: string, key: string) => boolean;
}

/** A pair of a query or a cookie, as it was sent: not decoded. Without `=`, the value is empty. */
export type RawPair = readonly [name: string, value: string];

/**
 * The texts from which a parameter is read: the pairs of a query or a cookie, in their order; for a path,
 * a header and a whole query the text alone, under the name of the parameter.
 */
export interface ParameterSource {
  /** Decides how the texts are decoded. Fields of urlencoded bodies are as in `query`. */
  readonly location: ParameterLocation;
  readonly pairs: readonly RawPair[];
  /** The names, decoded, that belong to other parameters of the same location. */
  readonly others: ReadonlySet<string>;
}
