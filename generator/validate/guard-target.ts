import { inputError } from "../core/failure.js";
import { modelAt } from "../model/model-at.js";
import type { Model } from "../model/model.js";
import type { ReadModels } from "../model/read-models.js";
import { findModel } from "./find-model.js";
import { findBody, type OperationBody } from "./operations/find-body.js";

/** What values have to be: a model, an array of one, or a body of an operation. */
export type GuardTarget =
  | {
      /** The name of a model, or of its component; `Batch[]` for an array of them. */
      readonly model: string;
    }
  | OperationBody;

/** The model that values have to be. */
export interface FoundTarget {
  readonly model: Model;
  /** What it is called: `Batch`, `Batch[]` or `GET /batches 200`. */
  readonly name: string;
  /** Whether each value is an array of it. */
  readonly isEach: boolean;
}

/**
 * Finds the model that values have to be.
 *
 * @throws InputError when there is none, with what could be meant instead.
 */
export function findTarget(
  target: GuardTarget,
  { document, schemas, models }: ReadModels,
): FoundTarget {
  if ("operation" in target) {
    const { schema, direction, subject } = findBody(target, document);
    const model = modelAt(schema, direction, schemas, models);
    if (model === undefined) throw inputError([notGenerated(subject)]);
    return { model, name: subject, isEach: false };
  }
  const [, item] = /^(.+)\[\]$/s.exec(target.model) ?? [];
  // A component may have such a name.
  const isName = models.all.some(({ component }) => component === target.model);
  const isEach = item !== undefined && !isName;
  const model = findModel(isEach ? item : target.model, models);
  return { model, name: isEach ? `${model.name}[]` : model.name, isEach };
}

function notGenerated(subject: string): Parameters<typeof inputError>[0][number] {
  return {
    code: "no-body",
    message: `the settings leave out the schema of ${subject}`,
    help: "let them choose the operation as well",
  };
}
