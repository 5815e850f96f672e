import {
  isInteger,
  isIntegerOrNothing,
  isNoLonger,
  isObject,
  isText,
  isTextOrNothing,
} from "./values.js";

const statuses: ReadonlySet<unknown> = new Set([
  "validating",
  "failed",
  "in_progress",
  "finalizing",
  "completed",
  "expired",
  "cancelling",
  "cancelled",
]);

/** Whether a value is a batch. */
export function isBatch(value: unknown): boolean {
  return (
    isObject(value) &&
    value.object === "batch" &&
    isText(value.id) &&
    isText(value.completion_window) &&
    isInteger(value.created_at) &&
    isText(value.endpoint) &&
    isText(value.input_file_id) &&
    statuses.has(value.status) &&
    isIntegerOrNothing(value.cancelled_at) &&
    isIntegerOrNothing(value.cancelling_at) &&
    isIntegerOrNothing(value.completed_at) &&
    isTextOrNothing(value.error_file_id) &&
    isIntegerOrNothing(value.expired_at) &&
    isIntegerOrNothing(value.expires_at) &&
    isIntegerOrNothing(value.failed_at) &&
    isIntegerOrNothing(value.finalizing_at) &&
    isIntegerOrNothing(value.in_progress_at) &&
    isTextOrNothing(value.model) &&
    isTextOrNothing(value.output_file_id) &&
    (isNothing(value.errors) || isErrors(value.errors)) &&
    (isNothing(value.metadata) || isMetadata(value.metadata)) &&
    (isNothing(value.request_counts) || isRequestCounts(value.request_counts)) &&
    (isNothing(value.usage) || isUsage(value.usage))
  );
}

/** Whether a value is a page of a list of batches. */
export function isListBatchesResponse(value: unknown): boolean {
  return (
    isObject(value) &&
    value.object === "list" &&
    typeof value.has_more === "boolean" &&
    isTextOrNothing(value.first_id) &&
    isTextOrNothing(value.last_id) &&
    areBatches(value.data)
  );
}

function areBatches(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isBatch(item)) return false;
  return true;
}

function isErrors(value: unknown): boolean {
  return (
    isObject(value) &&
    isTextOrNothing(value.object) &&
    (isNothing(value.data) || areBatchErrors(value.data))
  );
}

function areBatchErrors(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (!isBatchError(item)) return false;
  return true;
}

function isBatchError(value: unknown): boolean {
  return (
    isObject(value) &&
    isTextOrNothing(value.code) &&
    isIntegerOrNothing(value.line) &&
    isTextOrNothing(value.message) &&
    isTextOrNothing(value.param)
  );
}

function isMetadata(value: unknown): boolean {
  if (!isObject(value)) return false;
  let count = 0;
  for (const key in value) {
    count += 1;
    const item = value[key];
    if (count > 16 || !isNoLonger(key, 64) || !isText(item) || !isNoLonger(item, 512)) return false;
  }
  return true;
}

function isRequestCounts(value: unknown): boolean {
  return (
    isObject(value) &&
    isInteger(value.completed) &&
    isInteger(value.failed) &&
    isInteger(value.total)
  );
}

function isUsage(value: unknown): boolean {
  return (
    isObject(value) &&
    isInteger(value.input_tokens) &&
    isObject(value.input_tokens_details) &&
    isInteger(value.input_tokens_details.cached_tokens) &&
    isInteger(value.output_tokens) &&
    isObject(value.output_tokens_details) &&
    isInteger(value.output_tokens_details.reasoning_tokens) &&
    isInteger(value.total_tokens)
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
