// The schema of a batch, written by hand with Valibot, as its users would.
import * as v from "valibot";

const integer = v.pipe(v.number(), v.integer());
const time = v.nullish(integer);
const text = v.nullish(v.string());

const BatchError = v.object({
  code: text,
  line: v.nullish(integer),
  message: text,
  param: text,
});

const Metadata = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), v.pipe(v.string(), v.maxLength(512))),
  v.maxEntries(16),
);

const Batch = v.object({
  id: v.string(),
  completion_window: v.string(),
  created_at: integer,
  endpoint: v.string(),
  input_file_id: v.string(),
  object: v.literal("batch"),
  status: v.picklist([
    "validating",
    "failed",
    "in_progress",
    "finalizing",
    "completed",
    "expired",
    "cancelling",
    "cancelled",
  ]),
  cancelled_at: time,
  cancelling_at: time,
  completed_at: time,
  error_file_id: text,
  errors: v.nullish(v.object({ data: v.nullish(v.array(BatchError)), object: text })),
  expired_at: time,
  expires_at: time,
  failed_at: time,
  finalizing_at: time,
  in_progress_at: time,
  metadata: v.nullish(Metadata),
  model: text,
  output_file_id: text,
  request_counts: v.nullish(v.object({ completed: integer, failed: integer, total: integer })),
  usage: v.nullish(
    v.object({
      input_tokens: integer,
      input_tokens_details: v.object({ cached_tokens: integer }),
      output_tokens: integer,
      output_tokens_details: v.object({ reasoning_tokens: integer }),
      total_tokens: integer,
    }),
  ),
});

/** Whether a value is a batch, or what is wrong with it. */
export function validateBatch(value: unknown): { readonly success: boolean } {
  return v.safeParse(Batch, value);
}
