import { childrenOf, referencesOf } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Model, Models } from "./model.js";

/** The models that a model uses: those that its schema refers to, and those written inside it. */
export type ModelUses = (model: Model) => readonly Model[];

/** Returns a function that finds the models that a model uses, once for each. */
export function findUses(models: Models): ModelUses {
  const known = new Map<Model, readonly Model[]>();
  return (model) => {
    let uses = known.get(model);
    if (uses === undefined) {
      const found = new Set<Model>();
      collectUses(model.schema, models, found);
      uses = [...found];
      known.set(model, uses);
    }
    return uses;
  };
}

/** The models that are reachable from some models, including these. */
export function reachOf(roots: readonly Model[], uses: ModelUses): ReadonlySet<Model> {
  const reached = new Set(roots);
  // The loop also visits what is added while it runs.
  for (const model of reached) for (const used of uses(model)) reached.add(used);
  return reached;
}

function collectUses(schema: Schema, models: Models, found: Set<Model>): void {
  if (schema.kind === "boolean") return;
  for (const id of referencesOf(schema)) {
    const model = models.byId.get(id);
    if (model !== undefined) found.add(model);
  }
  for (const { schema: child } of childrenOf(schema)) {
    const model = models.byId.get(child.id);
    if (model === undefined) collectUses(child, models, found);
    else found.add(model);
  }
}
