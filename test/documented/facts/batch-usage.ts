import type { DocumentedClass } from "./fact.js";

/** The Batch Usage Model page, class `InputTokensDetails`; the texts are those of its field table. */
export const inputTokensDetails: DocumentedClass = {
  kind: "class",
  name: "InputTokensDetails",
  module: "batch_usage",
  fields: [
    {
      name: "cached_tokens",
      type: "int",
      required: true,
      doc: ["Number of tokens retrieved from prompt cache"],
    },
  ],
};

/** The Batch Usage Model page, class `OutputTokensDetails`; the texts are those of its field table. */
export const outputTokensDetails: DocumentedClass = {
  kind: "class",
  name: "OutputTokensDetails",
  module: "batch_usage",
  fields: [
    {
      name: "reasoning_tokens",
      type: "int",
      required: true,
      doc: ["Number of reasoning tokens generated"],
    },
  ],
};

/** The Batch Usage Model page, class `BatchUsage`; the texts are those of its field table. */
export const batchUsage: DocumentedClass = {
  kind: "class",
  name: "BatchUsage",
  module: "batch_usage",
  fields: [
    {
      name: "input_tokens",
      type: "int",
      required: true,
      doc: ["Total number of input tokens across all requests"],
    },
    {
      name: "input_tokens_details",
      type: "InputTokensDetails",
      required: true,
      doc: ["Breakdown of input tokens (cached_tokens)"],
    },
    {
      name: "output_tokens",
      type: "int",
      required: true,
      doc: ["Total number of output tokens across all requests"],
    },
    {
      name: "output_tokens_details",
      type: "OutputTokensDetails",
      required: true,
      doc: ["Breakdown of output tokens (reasoning_tokens)"],
    },
    {
      name: "total_tokens",
      type: "int",
      required: true,
      doc: ["Total tokens used (input + output)"],
    },
  ],
};
