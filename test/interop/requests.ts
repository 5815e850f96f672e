import { expect } from "vitest";
import type { Batch, CreateBatchRequest } from "openai-batch-types";

/** Matches the message of any issue. A matcher has the type any. */
export const saysWhatIsExpected = expect.stringContaining("expected") as unknown;

/** A request that uses every field. */
export const request: CreateBatchRequest = {
  input_file_id: "file-3NbTf8GyRwEkUo6ZvMiC1x",
  endpoint: "/v1/chat/completions",
  completion_window: "24h",
  metadata: { job: "support-triage", attempt: "2" },
  output_expires_after: { anchor: "created_at", seconds: 86_400 },
};

/** A value that is not a request, and what is wrong with it. */
export interface WrongRequest {
  readonly what: string;
  readonly value: unknown;
  /** What `toMatchObject` takes for the issues, in order. */
  readonly issues: readonly object[];
}

/** Requests that are wrong at every depth. */
export const wrongRequests: readonly WrongRequest[] = [
  {
    what: "no object",
    value: "file-3NbTf8GyRwEkUo6ZvMiC1x",
    issues: [issue([], "type")],
  },
  {
    what: "without a file",
    value: { endpoint: "/v1/responses", completion_window: "24h" },
    issues: [issue(["input_file_id"], "required")],
  },
  {
    what: "to an endpoint that does not exist",
    value: { ...request, endpoint: "/v1/poems" },
    issues: [issue(["endpoint"], "enum")],
  },
  {
    what: "with a number in its metadata",
    value: { ...request, metadata: { attempt: 2 } },
    issues: [issue(["metadata", "attempt"], "type")],
  },
  {
    what: "whose files expire too early, in a window that does not exist",
    value: {
      ...request,
      completion_window: "48h",
      output_expires_after: { anchor: "created_at", seconds: 60 },
    },
    issues: [
      issue(["completion_window"], "const"),
      issue(["output_expires_after", "seconds"], "minimum"),
    ],
  },
];

/** The batch that a server makes of a request. */
export function batchOf({ input_file_id, endpoint, completion_window }: CreateBatchRequest): Batch {
  return {
    id: "batch_695b7d90a4188190b2c7",
    object: "batch",
    status: "validating",
    created_at: 1767603600,
    input_file_id,
    endpoint,
    completion_window,
  };
}

/** What `toMatchObject` takes for an issue: where it is, and why, and a message for people. */
export function issue(path: readonly (string | number)[], keyword: string): object {
  return { path, keyword, message: saysWhatIsExpected };
}
