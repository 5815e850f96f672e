import { inputError } from "../core/failure.js";
import type { Model, Models } from "../model/model.js";
import { suggestNames } from "./suggest.js";

/**
 * Finds a model by its name, or by the name of its component, which may differ.
 *
 * @param name The name of a model or a component.
 * @param models The models of a document.
 * @throws {InputError} `unknown-model`, with similar names.
 */
export function findModel(name: string, { all }: Models): Model {
  const model =
    all.find((each) => each.name === name) ?? all.find(({ component }) => component === name);
  if (model !== undefined) return model;
  throw inputError([
    {
      code: "unknown-model",
      message: `the document has no model named ${JSON.stringify(name)}`,
      help: suggestNames(
        name,
        all.map((each) => each.name),
      ),
    },
  ]);
}
