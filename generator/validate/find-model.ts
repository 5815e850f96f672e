import { closest } from "../runtime/closest.js";
import { inputError } from "../core/failure.js";
import type { Model, Models } from "../model/model.js";
import { nearest } from "./nearest.js";

/** How many models are named where there is none with a name. */
const listed = 5;

/**
 * Finds a model by its name, or by the name of its component where that is no identifier.
 *
 * @param name The name of a model or a component.
 * @param models The models of a document.
 * @throws InputError `unknown-model`, with the names that come closest.
 */
export function findModel(name: string, { all }: Models): Model {
  const model =
    all.find((each) => each.name === name) ?? all.find(({ component }) => component === name);
  if (model !== undefined) return model;
  throw inputError([
    {
      code: "unknown-model",
      message: `the document has no model named ${JSON.stringify(name)}`,
      help: helpFor(
        name,
        all.map((each) => each.name),
      ),
    },
  ]);
}

function helpFor(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  const others = nearest(name, names, listed)
    .filter((other) => other !== meant)
    .map((other) => `\`${other}\``)
    .join(", ");
  if (meant === undefined) return `the nearest are ${others}`;
  return `did you mean \`${meant}\`?${others === "" ? "" : ` Next to it are ${others}`}`;
}
