import type { FormatRule } from "../config/formats.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { JsonObject } from "../core/json.js";
import type { Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Dialect } from "../openapi/dialects.js";
import type { ReferenceKind, Vocabulary } from "./keywords/keyword.js";
import type { Schema } from "./schema.js";
import type { Scope } from "./scope.js";

/** What parsing a schema needs besides its value. */
export interface ParseEnvironment {
  readonly log: DiagnosticLog;
  /** How a format at a place is handled. */
  readonly formatRule: (name: string, place: Place) => FormatRule;
  /** Called with every schema that is parsed. */
  readonly register: (schema: Schema) => void;
  /** The dynamic scope at a place that is reached from another scope. */
  readonly enter: (place: Place, scope: Scope) => Scope;
  /** The properties of the object at a place that are not sent in the direction of a scope. */
  readonly unsentAt: (place: Place, scope: Scope) => readonly string[];
  /** Whether the schema at a place describes properties that are not sent in the direction of a scope. */
  readonly isPartialAt: (place: Place, scope: Scope) => boolean;
  /** The dialect of the schema at a place. */
  readonly dialect: (place: Place) => Dialect;
  /** The vocabularies that have no effect at a place. */
  readonly inactive: (place: Place) => ReadonlySet<Vocabulary>;
  /**
   * Returns the schema that a reference names. Returns undefined, and reports it, if there is none.
   */
  readonly resolve: (
    reference: string,
    kind: ReferenceKind,
    from: Place,
    scope: Scope,
  ) => SchemaId | undefined;
  /**
   * Parses the schemas of a map that a reference leads to; returns an empty map if it leads
   * nowhere.
   */
  readonly schemasAt: (reference: string, from: Place, scope: Scope) => ReadonlyMap<string, Schema>;
  /** The source text at a place, or undefined if it is not available. */
  readonly textAt: (place: Place) => string | undefined;
  /** What `$recursiveRef` of an older JSON Schema means at a place, as a keyword and its value. */
  readonly recursiveReference: (from: Place) => JsonObject;
}

/** The place of a schema, and the scope in which it is reached. */
export interface Position {
  readonly place: Place;
  /** The dynamic scope. */
  readonly scope: Scope;
  /** The keyword of the containing schema that holds it; undefined, if no schema contains it. */
  readonly within?: string | undefined;
}

/** A position that was entered. */
export interface Entered extends Position {
  /** The properties that are not sent in the direction of the scope. */
  readonly unsent: readonly string[];
}
