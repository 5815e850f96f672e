/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The text of one file, before it is parsed. */
export interface SourceText {
  /** Where it came from: an absolute `file:` URI, an `http(s):` URL, `stdin:` or `memory:`. */
  readonly uri: string;
  /** The same for people: a path relative to the working directory with `/`, or the URL. */
  readonly name: string;
  /** The whole text, without a byte order mark. */
  readonly text: string;
  readonly format: "json" | "yaml";
}

/** One parsed file. */
export interface SourceDocument extends SourceText {
  readonly value: Json;
}

/** A minor version of OpenAPI that Guardsmith reads. */
export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** An OpenAPI document: the entry file and every file that it refers to. */
export interface Document {
  readonly version: OpenApiVersion;
  /** The URI of the entry file. */
  readonly uri: string;
  /** The value of the entry file: an OpenAPI Object. */
  readonly root: JsonObject;
  /** Every file, the entry file among them, by URI. */
  readonly sources: ReadonlyMap<string, SourceDocument>;
}
