import { inputError } from "../core/failure.js";
import { modelAt } from "../model/model-at.js";
import type { Model } from "../model/model.js";
import type { ReadModels } from "../model/read-models.js";
import { findModel } from "./find-model.js";
import { findBody, type OperationBody } from "./operations/find-body.js";

/** What values are checked against: a model, an array of one, or a body of an operation. */
export type GuardTarget =
  | {
      /** The name of a model, or of its component; `Batch[]` for an array of them. */
      readonly model: string;
    }
  | OperationBody;

/** The model that values are checked against. */
export interface FoundTarget {
  readonly model: Model;
  /** Its name in messages: `Batch`, `Batch[]` or `GET /batches 200`. */
  readonly name: string;
  /** Whether each value is an array of the model. */
  readonly isEach: boolean;
}

/**
 * Finds the model that values are checked against.
 *
 * @throws {InputError} If it does not exist, with similar names.
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
  // The name of a component may end with `[]`.
  const isName = models.all.some(({ component }) => component === target.model);
  const isEach = item !== undefined && !isName;
  const model = findModel(isEach ? item : target.model, models);
  return { model, name: isEach ? `${model.name}[]` : model.name, isEach };
}

function notGenerated(subject: string): Parameters<typeof inputError>[0][number] {
  return {
    code: "no-body",
    message: `the settings exclude the schema of ${subject}`,
    help: "include the operation in the settings",
  };
}
