/** The keywords that bound a number or a size. */
import type { Json } from "../core/json.js";
export const boundKeywords = [
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

/** A keyword that bounds a number or a size. */
export type BoundKeyword = (typeof boundKeywords)[number];

/** What makes a schema accept more than it does. */
export type Widening =
  | { readonly kind: "accept-null" }
  | { readonly kind: "drop-required"; readonly name: string }
  | { readonly kind: "add-value"; readonly value: Json }
  | { readonly kind: "accept-fractions" }
  | { readonly kind: "loosen-bound"; readonly keyword: BoundKeyword; readonly limit: number }
  | { readonly kind: "allow-property"; readonly name: string }
  | { readonly kind: "any-option" };

/** How one schema of the entry file becomes wider. */
export interface WidenedSchema {
  /** Where the schema stands before anything is changed, as a JSON pointer. */
  readonly pointer: string;
  /** In the order in which they are made: what moves keywords comes last. */
  readonly steps: readonly WideningStep[];
}

/** Widenings of a schema that become one change. */
export type WideningStep =
  | { readonly kind: "accept-fractions" }
  | { readonly kind: "add-values"; readonly values: readonly Json[] }
  | { readonly kind: "open-values" }
  | { readonly kind: "loosen-bound"; readonly keyword: BoundKeyword; readonly limit: number }
  | { readonly kind: "drop-required"; readonly names: readonly string[] }
  | { readonly kind: "allow-property"; readonly names: readonly string[] }
  | { readonly kind: "any-option" }
  | { readonly kind: "accept-null" };

/** A schema, by its JSON pointer, and a step that makes it wider. */
export interface WidenedBy {
  readonly pointer: string;
  readonly step: WideningStep;
}
