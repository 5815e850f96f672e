import type { PersistentMap } from "../core/persistent-map.js";
import type { SchemaId } from "../core/schema-id.js";
import type { ModelTypes } from "./algebra.js";
import type { PropertyType } from "./type.js";

/** All properties of a model that is an interface, with those it inherits. */
export interface Shape {
  /** By name; shared with the models that extend it. */
  readonly properties: PersistentMap<PropertyType>;
  /** What is declared of any other property: nothing, that it is of unknown type, or more. */
  readonly others: "undeclared" | "unknown" | "typed";
}

/** The types of models, with their shapes. */
export interface ShapedTypes extends ModelTypes {
  /** Returns the shape of a model, or undefined if it is no interface. */
  readonly shape: (model: SchemaId) => Shape | undefined;
  /** How many members a model has if it is written as one union. */
  readonly breadth: (model: SchemaId) => number;
}
