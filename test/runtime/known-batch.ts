import type { Batch } from "../../generated/src/index.js";

/** A batch as it has just been made. */
export const knownBatch: Batch = {
  id: "batch_1",
  object: "batch",
  endpoint: "/v1/chat/completions",
  input_file_id: "file-1",
  completion_window: "24h",
  status: "validating",
  created_at: 1_711_471_533,
};
