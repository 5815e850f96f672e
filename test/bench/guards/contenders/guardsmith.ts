import {
  isBatch,
  isListBatchesResponse,
  validateBatch,
  validateListBatchesResponse,
} from "openai-batch-types";
import { importBuilt } from "./built.js";
import { readMessages, type Checks, type ChecksOfModels } from "./contender.js";

const find = await importBuilt("./shapes/src/index.js");

export const checks: ChecksOfModels = {
  Batch: { is: isBatch, report: (value) => readMessages(validateBatch(value).issues) },
  ListBatchesResponse: {
    is: isListBatchesResponse,
    report: (value) => readMessages(validateListBatchesResponse(value).issues),
  },
  Event: checksNamed("Event"),
  Folder: checksNamed("Folder"),
};

function checksNamed(model: string): Checks {
  // What Guardsmith generates has these signatures.
  const validate = find(`validate${model}`) as typeof validateBatch;
  return {
    is: find(`is${model}`) as typeof isBatch,
    report: (value) => readMessages(validate(value).issues),
  };
}
