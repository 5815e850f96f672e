import { resolvePointer } from "../core/pointer.js";
import type { Place } from "../core/place.js";
import type { Json } from "../core/json.js";
import type { JsonObject } from "../core/json.js";
import type { SourceDocument, SourceText } from "../core/source-text.js";
import type { Diagnostic } from "../core/diagnostic.js";

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

/** What stands at a place of a document; undefined, if nothing does. */
export function valueAt({ uri, pointer }: Place, document: Document): Json | undefined {
  const source = document.sources.get(uri);
  return source === undefined ? undefined : resolvePointer(source.value, pointer);
}
