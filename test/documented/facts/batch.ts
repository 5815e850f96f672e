import type { DocumentedClass } from "./fact.js";

/**
 * `openai/types/batch.py`, class `Errors`. The field table of the Batch Model page has no rows
 * for it, so that `data`, which has no docstring, is documented without a text.
 */
export const errors: DocumentedClass = {
  kind: "class",
  name: "Errors",
  module: "batch",
  fields: [
    {
      name: "data",
      type: "Optional[List[BatchError]] = None",
      required: false,
      doc: [],
    },
    {
      name: "object",
      type: "Optional[str] = None",
      required: false,
      doc: ["The object type, which is always `list`."],
    },
  ],
};

/**
 * `openai/types/batch.py`, class `Batch`. The texts are its docstrings; `id` and `errors` have none
 * and take the text of the field table on the Batch Model page.
 */
export const batch: DocumentedClass = {
  kind: "class",
  name: "Batch",
  module: "batch",
  fields: [
    {
      name: "id",
      type: "str",
      required: true,
      doc: ["Unique identifier for the batch"],
    },
    {
      name: "completion_window",
      type: "str",
      required: true,
      doc: ["The time frame within which the batch should be processed."],
    },
    {
      name: "created_at",
      type: "int",
      required: true,
      doc: ["The Unix timestamp (in seconds) for when the batch was created."],
    },
    {
      name: "endpoint",
      type: "str",
      required: true,
      doc: ["The OpenAI API endpoint used by the batch."],
    },
    {
      name: "input_file_id",
      type: "str",
      required: true,
      doc: ["The ID of the input file for the batch."],
    },
    {
      name: "object",
      type: 'Literal["batch"]',
      required: true,
      literals: ["batch"],
      doc: ["The object type, which is always `batch`."],
    },
    {
      name: "status",
      type: `Literal[
        "validating", "failed", "in_progress", "finalizing", "completed", "expired", "cancelling", "cancelled"
    ]`,
      required: true,
      literals: [
        "validating",
        "failed",
        "in_progress",
        "finalizing",
        "completed",
        "expired",
        "cancelling",
        "cancelled",
      ],
      alias: "BatchStatus",
      doc: ["The current status of the batch."],
    },
    {
      name: "cancelled_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch was cancelled."],
    },
    {
      name: "cancelling_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch started cancelling."],
    },
    {
      name: "completed_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch was completed."],
    },
    {
      name: "error_file_id",
      type: "Optional[str] = None",
      required: false,
      doc: ["The ID of the file containing the outputs of requests with errors."],
    },
    {
      name: "errors",
      type: "Optional[Errors] = None",
      required: false,
      doc: ["Nested error list with BatchError objects"],
    },
    {
      name: "expired_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch expired."],
    },
    {
      name: "expires_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch will expire."],
    },
    {
      name: "failed_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch failed."],
    },
    {
      name: "finalizing_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch started finalizing."],
    },
    {
      name: "in_progress_at",
      type: "Optional[int] = None",
      required: false,
      doc: ["The Unix timestamp (in seconds) for when the batch started processing."],
    },
    {
      name: "metadata",
      type: "Optional[Metadata] = None",
      required: false,
      doc: [
        "Set of 16 key-value pairs that can be attached to an object.",
        "This can be useful for storing additional information about the object in a structured format, and querying for objects via API or the dashboard.",
        "Keys are strings with a maximum length of 64 characters. Values are strings with a maximum length of 512 characters.",
      ],
    },
    {
      name: "model",
      type: "Optional[str] = None",
      required: false,
      doc: [
        "Model ID used to process the batch, like `gpt-5-2025-08-07`.",
        "OpenAI offers a wide range of models with different capabilities, performance characteristics, and price points. Refer to the [model guide](https://platform.openai.com/docs/models) to browse and compare available models.",
      ],
    },
    {
      name: "output_file_id",
      type: "Optional[str] = None",
      required: false,
      doc: ["The ID of the file containing the outputs of successfully executed requests."],
    },
    {
      name: "request_counts",
      type: "Optional[BatchRequestCounts] = None",
      required: false,
      doc: ["The request counts for different statuses within the batch."],
    },
    {
      name: "usage",
      type: "Optional[BatchUsage] = None",
      required: false,
      doc: [
        "Represents token usage details including input tokens, output tokens, a breakdown of output tokens, and the total tokens used. Only populated on batches created after September 7, 2025.",
      ],
    },
  ],
};
