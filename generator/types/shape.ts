import type { PersistentMap } from "../core/persistent-map.js";
import type { SchemaId } from "../core/schema-id.js";
import type { ModelTypes } from "./algebra.js";
import type { PropertyType } from "./type.js";

/** All properties of a model that is an interface, including inherited ones. */
export interface Shape {
  /** By name; shared with the models that extend it. */
  readonly properties: PersistentMap<PropertyType>;
  /**
   * The declaration of all other properties: none, one with the type `unknown`, or one with another
   * type.
   */
  readonly others: "undeclared" | "unknown" | "typed";
}

/** The types of models, with their shapes. */
export interface ShapedTypes extends ModelTypes {
  /** Returns the shape of a model, or undefined if it is not an interface. */
  readonly shape: (model: SchemaId) => Shape | undefined;
  /** How many members a model has if it is written as one union. */
  readonly breadth: (model: SchemaId) => number;
}
