import type { SchemaId } from "../core/schema-id.js";
import type { Checks } from "./check.js";

/** What `unevaluatedProperties` or `unevaluatedItems` leaves out. */
export type EvaluationTarget = "properties" | "items";

/**
 * A set of properties or items that keywords have evaluated, where the value is valid.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export type Evaluated =
  | { readonly kind: "all" }
  /** Properties with these names, or with names that match these patterns. */
  | {
      readonly kind: "named";
      readonly names: readonly string[];
      readonly patterns: readonly string[];
    }
  /** So many items from the start. */
  | { readonly kind: "first"; readonly count: number }
  /** Items that pass. */
  | { readonly kind: "passing"; readonly checks: Checks }
  /** What is evaluated where some checks hold for the whole value, and where they do not. */
  | {
      readonly kind: "depending";
      readonly condition: Checks;
      readonly then: readonly Evaluated[];
      readonly otherwise: readonly Evaluated[];
    }
  /** What the schema of a model evaluates. */
  | { readonly kind: "model"; readonly model: SchemaId };
