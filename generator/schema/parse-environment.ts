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
  /** What is to be done with a format at a place. */
  readonly formatRule: (name: string, place: Place) => FormatRule;
  /** Takes note of every schema that is parsed. */
  readonly register: (schema: Schema) => void;
  /** The dynamic scope at a place that is reached in another one. */
  readonly enter: (place: Place, scope: Scope) => Scope;
  /** The properties of the object at a place that are not sent in the direction of a scope. */
  readonly unsentAt: (place: Place, scope: Scope) => readonly string[];
  /** Whether the schema at a place describes properties that are not sent in the direction of a scope. */
  readonly isPartialAt: (place: Place, scope: Scope) => boolean;
  /** The dialect of the schema at a place. */
  readonly dialect: (place: Place) => Dialect;
  /** The vocabularies that do not count at a place. */
  readonly inactive: (place: Place) => ReadonlySet<Vocabulary>;
  /** Finds the schema that a reference names; undefined, and reported, where there is none. */
  readonly resolve: (
    reference: string,
    kind: ReferenceKind,
    from: Place,
    scope: Scope,
  ) => SchemaId | undefined;
  /** Parses the schemas of a map that a reference leads to; none, where it leads nowhere. */
  readonly schemasAt: (reference: string, from: Place, scope: Scope) => ReadonlyMap<string, Schema>;
  /** The text that stands at a place; undefined, if it is not at hand. */
  readonly textAt: (place: Place) => string | undefined;
  /** What `$recursiveRef` of an older JSON Schema means at a place, as a keyword and its value. */
  readonly recursiveReference: (from: Place) => JsonObject;
}

/** A place where a schema stands, and in what it is reached. */
export interface Position {
  readonly place: Place;
  /** The dynamic scope. */
  readonly scope: Scope;
  /** The keyword of the schema around that holds it; undefined, if it stands on its own. */
  readonly within?: string | undefined;
}

/** A position that was entered. */
export interface Entered extends Position {
  /** The properties that are not sent in the direction of the scope. */
  readonly unsent: readonly string[];
}
