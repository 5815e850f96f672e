import type { Diagnostic } from "../diagnostics/diagnostic.js";

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
  /** Where its value came from, when overlays have changed that: positions are looked up there. */
  readonly origin?: Origin;
}

/** Where a value stands in the files that were read. */
export interface Origin {
  /** The file, as it was read. */
  readonly source: SourceText;
  /** Where in the file, as a JSON pointer. */
  readonly pointer: string;
  /** The members or items, by name or index, that do not simply stand in the value there. */
  readonly parts: ReadonlyMap<string, Origin>;
}

/** One parsed file. */
export interface SourceDocument extends SourceText {
  readonly value: Json;
}

/** Why a file that is referred to could not be had. It matters only where the file is needed. */
export interface Failure {
  /** A stable, kebab-case name of the kind of problem, as in {@link Diagnostic.code}. */
  readonly code: string;
  /** What is wrong: one sentence, without a full stop. */
  readonly message: string;
  /** What to do about it: one sentence, without a full stop. */
  readonly help?: string;
  /** What is wrong inside the file, when it is there but cannot be parsed. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The file that the diagnostics point into. */
  readonly source?: SourceText;
}

/** A minor version of OpenAPI that Guardsmith reads. */
export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** An OpenAPI document: the entry file, as its overlays leave it, and every file that it refers to. */
export interface Document {
  readonly version: OpenApiVersion;
  /** The URI of the entry file. */
  readonly uri: string;
  /** The value of the entry file: an OpenAPI Object. */
  readonly root: JsonObject;
  /** Every file, the entry file among them, by URI. */
  readonly sources: ReadonlyMap<string, SourceDocument>;
  /** The overlays that were applied to the entry file, in their order. */
  readonly overlays: readonly SourceText[];
  /**
   * The URIs in {@link sources} by the other URIs that references have for the same files: through
   * symbolic links, redirects and percent-encodings.
   */
  readonly aliases: ReadonlyMap<string, string>;
  /**
   * The files that could not be had, by the URI that a reference resolves to; a relative reference
   * that has no base stands for itself.
   */
  readonly failures: ReadonlyMap<string, Failure>;
}
