import type { DocumentedAlias, DocumentedClass } from "./fact.js";

/**
 * What `openai/types/batch.py` imports. Its signatures are not on the pages: the names and types
 * here are the required ones, and the texts are left open.
 */

/** The usage example of the Batch Model page reads `err.line` and `err.message`. */
export const batchError: DocumentedClass = {
  kind: "class",
  name: "BatchError",
  module: "batch_error",
  fields: [
    { name: "code", type: "Optional[str] = None", required: false },
    { name: "line", type: "Optional[int] = None", required: false },
    { name: "message", type: "Optional[str] = None", required: false },
    { name: "param", type: "Optional[str] = None", required: false },
  ],
};

/** The usage example of the Batch Model page: "BatchRequestCounts with completed/failed/total". */
export const batchRequestCounts: DocumentedClass = {
  kind: "class",
  name: "BatchRequestCounts",
  module: "batch_request_counts",
  fields: [
    { name: "completed", type: "int", required: true },
    { name: "failed", type: "int", required: true },
    { name: "total", type: "int", required: true },
  ],
};

export const metadata: DocumentedAlias = {
  kind: "alias",
  name: "Metadata",
  module: "metadata",
  type: "Dict[str, str]",
};
