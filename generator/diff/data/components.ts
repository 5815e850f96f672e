import type { Direction } from "../../core/direction.js";
import { modelAt } from "../../model/model-at.js";
import type { Model } from "../../model/model.js";
import type { ReadModels } from "../../model/read-models.js";
import { componentSchemas } from "../../openapi/components.js";
import type { Sides } from "../subject.js";

/** The name of a side. */
export type Side = keyof Sides;

/** Returns the names of the component schemas that both documents have, in the order of the new one. */
export function commonComponents({ old, new: next }: Sides): readonly string[] {
  const known = componentSchemas(old.document);
  return [...componentSchemas(next.document).keys()].filter((name) => known.has(name));
}

/** Returns the model of a component schema, or undefined if it has none. */
export function modelOfComponent(
  name: string,
  direction: Direction | undefined,
  { document, schemas, models }: ReadModels,
): Model | undefined {
  const place = componentSchemas(document).get(name);
  return place && modelAt(place, direction, schemas, models);
}
