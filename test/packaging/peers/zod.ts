// The schema of a batch, written by hand with Zod, as its users would.
import * as z from "zod";

const time = z.int().nullish();
const text = z.string().nullish();

const BatchError = z.object({
  code: text,
  line: z.int().nullish(),
  message: text,
  param: text,
});

const Metadata = z
  .record(z.string().max(64), z.string().max(512))
  .refine((metadata) => Object.keys(metadata).length <= 16);

const Batch = z.object({
  id: z.string(),
  completion_window: z.string(),
  created_at: z.int(),
  endpoint: z.string(),
  input_file_id: z.string(),
  object: z.literal("batch"),
  status: z.enum([
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
  errors: z.object({ data: z.array(BatchError).nullish(), object: text }).nullish(),
  expired_at: time,
  expires_at: time,
  failed_at: time,
  finalizing_at: time,
  in_progress_at: time,
  metadata: Metadata.nullish(),
  model: text,
  output_file_id: text,
  request_counts: z.object({ completed: z.int(), failed: z.int(), total: z.int() }).nullish(),
  usage: z
    .object({
      input_tokens: z.int(),
      input_tokens_details: z.object({ cached_tokens: z.int() }),
      output_tokens: z.int(),
      output_tokens_details: z.object({ reasoning_tokens: z.int() }),
      total_tokens: z.int(),
    })
    .nullish(),
});

/** Whether a value is a batch, or what is wrong with it. */
export function validateBatch(value: unknown): { readonly success: boolean } {
  return Batch.safeParse(value);
}
