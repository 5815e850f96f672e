import type { Model, Models } from "../model/model.js";
import { findUses, reachOf } from "../model/uses.js";

/**
 * Leaves out the models that some others do not need.
 *
 * @param models The models of a document.
 * @param wanted Some of them.
 * @returns The wanted ones with all that they refer to or have inside, in the order of the document;
 *   by their ids, all are still there.
 */
export function reachableModels(models: Models, wanted: Iterable<Model>): Models {
  const reached = reachOf([...wanted], findUses(models));
  return { all: models.all.filter((model) => reached.has(model)), byId: models.byId };
}
