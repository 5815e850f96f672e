import { BatchSchema, ListBatchesResponseSchema, type ModelSchema } from "openai-batch-types";
import { importBuilt } from "./built.js";
import { readMessages, type Checks, type ChecksOfModels } from "./contender.js";

const find = await importBuilt("./shapes/index.js");

export const checks: ChecksOfModels = {
  Batch: checksBy(BatchSchema),
  ListBatchesResponse: checksBy(ListBatchesResponseSchema),
  // What Guardsmith generates has these types.
  Event: checksBy(find("EventSchema") as ModelSchema<unknown>),
  Folder: checksBy(find("FolderSchema") as ModelSchema<unknown>),
};

/** The predicate of a schema is `isM` itself. */
function checksBy({ is, validate }: ModelSchema<unknown>): Checks {
  return { is, report: (value) => readMessages(validate(value).issues) };
}
