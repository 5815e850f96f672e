import type { Batch } from "../../generated/src/index.js";

/** A batch of the required fields alone. */
export const batch: Batch = {
  id: "batch_1",
  completion_window: "24h",
  created_at: 1767603600,
  endpoint: "/v1/responses",
  input_file_id: "file-1",
  object: "batch",
  status: "validating",
};
