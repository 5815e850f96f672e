import { childrenOf, referencesOf } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Model, Models } from "../model/model.js";

/**
 * Leaves out the models that some others do not need.
 *
 * @param models The models of a document.
 * @param wanted Some of them.
 * @returns The wanted ones with all that they refer to or have inside, in the order of the document;
 *   by their ids, all are still there.
 */
export function reachableModels(models: Models, wanted: Iterable<Model>): Models {
  const reached = new Set<Model>();
  const pending = [...wanted];
  for (let model = pending.pop(); model !== undefined; model = pending.pop()) {
    if (reached.has(model)) continue;
    reached.add(model);
    pending.push(...modelsIn(model.schema, models));
  }
  return { all: models.all.filter((model) => reached.has(model)), byId: models.byId };
}

/** The models that a schema refers to, or that are written inside it. */
function modelsIn(schema: Schema, models: Models): readonly Model[] {
  if (schema.kind === "boolean") return [];
  const children = childrenOf(schema).map(({ schema: child }) => child);
  const named = [...referencesOf(schema), ...children.map(({ id }) => id)].flatMap(
    (id) => models.byId.get(id) ?? [],
  );
  return [...named, ...children.flatMap((child) => modelsIn(child, models))];
}
