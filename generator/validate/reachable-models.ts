import type { Model, Models } from "../model/model.js";
import { findUses, reachOf } from "../model/uses.js";

/**
 * Returns some models and those that they need.
 *
 * @param models The models of a document.
 * @param wanted The models to keep.
 * @returns The wanted models with all that they refer to or contain, in the order of the document. By id,
 *   all models can still be found.
 */
export function reachableModels(models: Models, wanted: Iterable<Model>): Models {
  const reached = reachOf([...wanted], findUses(models));
  return { all: models.all.filter((model) => reached.has(model)), byId: models.byId };
}
