import type { SchemaId } from "../core/schema-id.js";
import type { JsonType, SchemaType } from "../core/json-type.js";
import type { Json } from "../core/json.js";
import type { Place } from "../core/place.js";
import type * as formatFunctions from "./format-functions.js";

/**
 * What a guard checks about a value. A list of checks holds if each of them holds.
 *
 * Both printers, of the predicate and of the issue collector, print from the same checks, so the
 * two cannot disagree.
 */
export type Check = Assertion & {
  /** The keyword that requires it; for "never", possibly a schema that is `false`. */
  readonly at?: Place;
};

type Assertion =
  /** Nothing is valid. */
  | {
      readonly kind: "never";
      /** The keyword that excludes every value; "false" for a schema that is `false`. */
      readonly keyword: string;
      /** The keyword that holds the schema `false`, as the document names it. */
      readonly within?: string;
      /** The checks from whose combination this follows. */
      readonly excluding?: Checks;
    }
  /** The value has one of these types. */
  | { readonly kind: "types"; readonly types: readonly SchemaType[] }
  /** If the value has this type, then the checks hold. */
  | { readonly kind: "when"; readonly type: JsonType; readonly checks: Checks }
  /**
   * "types" and "when" merged: the value has one of the types (any, if they are left out), and the
   * checks of the case for its type hold.
   */
  | {
      readonly kind: "cases";
      readonly types?: readonly SchemaType[];
      readonly cases: ReadonlyMap<JsonType, Checks>;
    }
  /** The value equals one of these. */
  | {
      readonly kind: "equals";
      readonly keyword: "const" | "enum";
      readonly values: readonly Json[];
    }
  /** A number within a bound. */
  | {
      readonly kind: "bound";
      readonly keyword: BoundKeyword;
      readonly limit: number;
      /** How messages write the limit, if it differs from how JavaScript prints it. */
      readonly written?: string;
    }
  /** A number that is a whole multiple of another. */
  | {
      readonly kind: "multipleOf";
      readonly divisor: number;
      /** The same for the divisor. */
      readonly written?: string;
    }
  /** A bound on the code points of a string, the items of an array, or the members of an object. */
  | { readonly kind: "size"; readonly keyword: SizeKeyword; readonly limit: number }
  /** A string that matches a regular expression. */
  | { readonly kind: "pattern"; readonly pattern: string }
  /** A string in a format: it matches a regular expression, or passes a function of the runtime. */
  | { readonly kind: "format"; readonly format: string; readonly test: RegExp | FormatFunction }
  /** An array without equal items. */
  | { readonly kind: "unique" }
  /** The item at an index passes, if there is one. */
  | { readonly kind: "item"; readonly index: number; readonly checks: Checks }
  /** Every item from an index on passes. */
  | {
      readonly kind: "items";
      readonly from: number;
      readonly keyword: string;
      readonly checks: Checks;
    }
  /** A number of items within bounds passes. */
  | {
      readonly kind: "contains";
      readonly checks: Checks;
      readonly minimum: number;
      readonly maximum?: number;
      /** The title of the schema of `contains`. */
      readonly title?: string;
    }
  /** An object has a property, which has no other checks. */
  | { readonly kind: "required"; readonly name: string }
  /** A property passes; if it is missing, then only a required one fails. */
  | {
      readonly kind: "property";
      readonly name: string;
      readonly required: boolean;
      readonly checks: Checks;
    }
  /** Every property whose name matches the pattern passes. */
  | { readonly kind: "matching"; readonly pattern: string; readonly checks: Checks }
  /** Every property that is neither named nor matched passes. */
  | {
      readonly kind: "additional";
      readonly names: readonly string[];
      readonly patterns: readonly string[];
      readonly checks: Checks;
    }
  /** Every property, or every item, that nothing has evaluated passes. */
  | {
      readonly kind: "unevaluated";
      readonly target: EvaluationTarget;
      readonly evaluated: readonly Evaluated[];
      readonly checks: Checks;
    }
  /** Every property name passes. */
  | { readonly kind: "names"; readonly checks: Checks }
  /** If the object has a property, then the checks hold for the whole object. */
  | { readonly kind: "dependent"; readonly name: string; readonly checks: Checks }
  /** At least one of these holds. */
  | { readonly kind: "any"; readonly branches: readonly Checks[] }
  /** Exactly one of these holds. */
  | { readonly kind: "one"; readonly branches: readonly Checks[] }
  /** A property of the object has one of these values, and the checks for that value hold. */
  | { readonly kind: "switch"; readonly name: string; readonly cases: readonly SwitchCase[] }
  /** These do not hold. */
  | {
      readonly kind: "not";
      readonly checks: Checks;
      /** The title of the schema of `not`. */
      readonly title?: string;
    }
  /** If the condition holds, so do the checks of `then`, otherwise those of `else`. */
  | {
      readonly kind: "conditional";
      readonly condition: Checks;
      readonly then: Checks;
      readonly otherwise: Checks;
    }
  /** The guard of another model accepts the value. */
  | { readonly kind: "call"; readonly model: SchemaId };

/** A check of one kind, or of one of several. */
export type CheckOf<K extends Check["kind"]> = {
  readonly [P in K]: Extract<Check, { readonly kind: P }>;
}[K];

/** The checks for objects in which a property has one of some values. */
export interface SwitchCase {
  readonly values: readonly string[];
  readonly checks: Checks;
}

/** Checks that must all hold; an empty list always does. */
export type Checks = readonly Check[];

/** Whether the keyword is `unevaluatedProperties` or `unevaluatedItems`. */
export type EvaluationTarget = "properties" | "items";

/**
 * A set of properties or items that keywords evaluate in a valid value.
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
  /** A number of items from the start. */
  | { readonly kind: "first"; readonly count: number }
  /** Items that pass. */
  | { readonly kind: "passing"; readonly checks: Checks }
  /** What is evaluated if some checks hold for the whole value, and if they do not. */
  | {
      readonly kind: "depending";
      readonly condition: Checks;
      readonly then: readonly Evaluated[];
      readonly otherwise: readonly Evaluated[];
    }
  /** What the schema of a model evaluates. */
  | { readonly kind: "model"; readonly model: SchemaId };

/** A function of the runtime for a format that takes more than a regular expression. */
export type FormatFunction = keyof typeof formatFunctions;

export type BoundKeyword = "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum";

export type SizeKeyword =
  "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties";
