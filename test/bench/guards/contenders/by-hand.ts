import { isBatch, isListBatchesResponse } from "../by-hand/batch.js";
import { isEvent } from "../by-hand/event.js";
import { isFolder } from "../by-hand/folder.js";
import type { ChecksOfModels } from "./contender.js";

export const checks: ChecksOfModels = {
  Batch: { is: isBatch },
  ListBatchesResponse: { is: isListBatchesResponse },
  Event: { is: isEvent },
  Folder: { is: isFolder },
};
