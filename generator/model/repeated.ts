import { strongComponents } from "../core/strong-components.js";
import { childrenOf, insideInPlace, referencesOf } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Model, Models } from "./model.js";
import type { ModelUses } from "./uses.js";

/** Up to this many nested models with alternatives, repeated calls are not a problem. */
const mostForks = 3;

/**
 * The models whose guards could be called over and over for one part of a value, by alternatives
 * that have it in common: models that contain themselves, and models above many others with
 * alternatives. The number of calls would grow exponentially with the depth of a value.
 *
 * The result for a model depends only on the models that it leads to.
 */
export function findRepeated(models: Models, uses: ModelUses): ReadonlySet<Model> {
  const repeated = new Set<Model>();
  const forks = new Map<Model, number>();
  for (const members of strongComponents(models.all, uses)) {
    const used = members.flatMap(uses);
    const inside = new Set(members);
    const own = members.some(({ schema }) => hasBranches(schema, models)) ? 1 : 0;
    const isCircle = used.some((model) => inside.has(model));
    const below = used.reduce((most, model) => Math.max(most, forks.get(model) ?? 0), 0);
    for (const model of members) {
      forks.set(model, below + own);
      if (isCircle || below + own > mostForks) repeated.add(model);
    }
  }
  return repeated;
}

/** Whether a model has several schemas for one value, itself or somewhere inside. */
function hasBranches(schema: Schema, models: Models): boolean {
  if (schema.kind === "boolean") return false;
  if (insideInPlace(schema).length + referencesOf(schema).length > 1) return true;
  return childrenOf(schema).some(
    ({ schema: child }) => !models.byId.has(child.id) && hasBranches(child, models),
  );
}
