import type { Json } from "../core/json.js";

/** The keywords that limit a number or a size. */
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

/** A keyword that limits a number or a size. */
export type BoundKeyword = (typeof boundKeywords)[number];

/** A change by which a schema accepts more values. */
export type Widening =
  | { readonly kind: "accept-null" }
  | { readonly kind: "drop-required"; readonly name: string }
  | { readonly kind: "add-value"; readonly value: Json }
  | { readonly kind: "accept-fractions" }
  | { readonly kind: "loosen-bound"; readonly keyword: BoundKeyword; readonly limit: number }
  | { readonly kind: "allow-property"; readonly name: string }
  | { readonly kind: "any-option" };

/** How one schema of the entry file is widened. */
export interface WidenedSchema {
  /** A JSON pointer to the schema before any change. */
  readonly pointer: string;
  /** In the order in which they are made: steps that move keywords come last. */
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

/** A schema, by its JSON pointer, and a step that widens it. */
export interface WidenedBy {
  readonly pointer: string;
  readonly step: WideningStep;
}
