import type { Batch, ListBatchesResponse } from "../../generated/src/index.js";

/** A batch that was just created. */
export const batch: Batch = {
  id: "batch_1",
  object: "batch",
  endpoint: "/v1/responses",
  input_file_id: "file_1",
  completion_window: "24h",
  status: "validating",
  created_at: 1767603600,
};

/** A page of a list, which is the last one without a successor. */
export function pageOf(batches: readonly Batch[], hasMore = false): ListBatchesResponse {
  return {
    object: "list",
    data: [...batches],
    has_more: hasMore,
    first_id: batches[0]?.id ?? null,
    last_id: batches.at(-1)?.id ?? null,
  };
}
