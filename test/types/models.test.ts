import { describe, expect, expectTypeOf, test } from "vitest";
import {
  batchStatusValues,
  createBatchRequestEndpointValues,
  type Batch,
  type BatchError,
  type BatchRequestCounts,
  type BatchStatus,
  type BatchUsage,
  type CreateBatchRequest,
  type CreateBatchRequestEndpoint,
  type Errors,
  type InputTokensDetails,
  type ListBatchesResponse,
  type Metadata,
  type OutputExpiresAfter,
  type OutputTokensDetails,
} from "../../generated/src/index.js";
import { batch } from "./values.js";

/** The fields that cannot be left out. */
type RequiredKeys<T> = {
  [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? never : K;
}[keyof T];

/** The fields that may be null. */
type NullableKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T];

describe("Batch", () => {
  test("requires exactly the documented fields", () => {
    expectTypeOf<RequiredKeys<Batch>>().toEqualTypeOf<
      "id" | "completion_window" | "created_at" | "endpoint" | "input_file_id" | "object" | "status"
    >();
  });

  test("takes null for exactly the fields that it does not require", () => {
    expectTypeOf<NullableKeys<Batch>>().toEqualTypeOf<Exclude<keyof Batch, RequiredKeys<Batch>>>();
    expectTypeOf<NullableKeys<Batch>>().toEqualTypeOf<
      | "cancelled_at"
      | "cancelling_at"
      | "completed_at"
      | "error_file_id"
      | "errors"
      | "expired_at"
      | "expires_at"
      | "failed_at"
      | "finalizing_at"
      | "in_progress_at"
      | "metadata"
      | "model"
      | "output_file_id"
      | "request_counts"
      | "usage"
    >();
  });

  test("has required fields that are neither null nor undefined", () => {
    expectTypeOf<Pick<Batch, RequiredKeys<Batch>>>().toEqualTypeOf<{
      id: string;
      completion_window: string;
      created_at: number;
      endpoint: string;
      input_file_id: string;
      object: "batch";
      status: BatchStatus;
    }>();
  });

  test("reads every optional field as its type, null or undefined", () => {
    type Time = number | null | undefined;
    expectTypeOf<Batch["cancelled_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["cancelling_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["completed_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["expired_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["expires_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["failed_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["finalizing_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["in_progress_at"]>().toEqualTypeOf<Time>();
    expectTypeOf<Batch["error_file_id"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Batch["output_file_id"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Batch["model"]>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Batch["errors"]>().toEqualTypeOf<Errors | null | undefined>();
    expectTypeOf<Batch["metadata"]>().toEqualTypeOf<Metadata | null | undefined>();
    expectTypeOf<Batch["request_counts"]>().toEqualTypeOf<BatchRequestCounts | null | undefined>();
    expectTypeOf<Batch["usage"]>().toEqualTypeOf<BatchUsage | null | undefined>();
  });

  test("is without a field rather than with one that is undefined", () => {
    // @ts-expect-error -- exactOptionalPropertyTypes: JSON has no undefined
    expectTypeOf({ ...batch, cancelled_at: undefined }).toExtend<Batch>();
    expectTypeOf({ ...batch, cancelled_at: null }).toExtend<Batch>();
    expectTypeOf({ ...batch, cancelled_at: 1767603600 }).toExtend<Batch>();
  });

  test("does not take a status that does not exist", () => {
    // @ts-expect-error -- the status is "completed"
    const wrong: Batch = { ...batch, status: "complete" };
    expect(wrong).toHaveProperty("status", "complete");
  });

  test("does not take errors that are no object", () => {
    // @ts-expect-error -- a number is no list of errors
    const wrong: Batch = { ...batch, errors: 3 };
    expect(wrong).toHaveProperty("errors", 3);
  });

  test("does not take an object that is not a batch", () => {
    // @ts-expect-error -- the object is always "batch"
    const wrong: Batch = { ...batch, object: "list" };
    expect(wrong).toHaveProperty("object", "list");
  });

  test("cannot be without an id", () => {
    // @ts-expect-error -- the id is missing
    const wrong: Batch = {
      completion_window: "24h",
      created_at: 1767603600,
      endpoint: "/v1/responses",
      input_file_id: "file-1",
      object: "batch",
      status: "validating",
    };
    expect(wrong).not.toHaveProperty("id");
  });
});

describe("BatchStatus", () => {
  test("is every documented status and no other", () => {
    expectTypeOf<BatchStatus>().toEqualTypeOf<
      | "validating"
      | "failed"
      | "in_progress"
      | "finalizing"
      | "completed"
      | "expired"
      | "cancelling"
      | "cancelled"
    >();
  });

  test("has its values in a readonly tuple, in the documented order", () => {
    expectTypeOf(batchStatusValues).toEqualTypeOf<
      readonly [
        "validating",
        "failed",
        "in_progress",
        "finalizing",
        "completed",
        "expired",
        "cancelling",
        "cancelled",
      ]
    >();
    expectTypeOf<(typeof batchStatusValues)[number]>().toEqualTypeOf<BatchStatus>();
  });

  test("leaves nothing to the default of a switch over every value", () => {
    expect(batchStatusValues.filter(hasEnded)).toEqual([
      "failed",
      "completed",
      "expired",
      "cancelled",
    ]);
  });

  test("leaves a value to the default of a switch that forgets it", () => {
    const forgetful = (status: Extract<BatchStatus, "failed" | "expired">): string => {
      if (status === "failed") return status;
      // @ts-expect-error -- "expired" is left
      const rest: never = status;
      return rest;
    };
    expect(forgetful("expired")).toBe("expired");
  });
});

describe("the models inside Batch", () => {
  test("Errors has nothing that is required", () => {
    expectTypeOf<Errors>().toEqualTypeOf<{
      data?: BatchError[] | null;
      object?: string | null;
    }>();
  });

  test("BatchError has nothing that is required", () => {
    expectTypeOf<BatchError>().toEqualTypeOf<{
      code?: string | null;
      line?: number | null;
      message?: string | null;
      param?: string | null;
    }>();
  });

  test("BatchRequestCounts requires every count", () => {
    expectTypeOf<BatchRequestCounts>().toEqualTypeOf<{
      completed: number;
      failed: number;
      total: number;
    }>();
  });

  test("BatchUsage requires every count, and the details", () => {
    expectTypeOf<BatchUsage>().toEqualTypeOf<{
      input_tokens: number;
      input_tokens_details: InputTokensDetails;
      output_tokens: number;
      output_tokens_details: OutputTokensDetails;
      total_tokens: number;
    }>();
    expectTypeOf<InputTokensDetails>().toEqualTypeOf<{ cached_tokens: number }>();
    expectTypeOf<OutputTokensDetails>().toEqualTypeOf<{ reasoning_tokens: number }>();
  });

  test("Metadata has strings under any key", () => {
    expectTypeOf<Metadata>().toEqualTypeOf<{ [key: string]: string }>();
    // With noUncheckedIndexedAccess, no key is known to be there.
    const read = (metadata: Metadata) => metadata.job;
    expectTypeOf(read).returns.toEqualTypeOf<string | undefined>();
    // @ts-expect-error -- a number is no value of metadata
    const wrong: Metadata = { attempts: 3 };
    expect(wrong).toHaveProperty("attempts", 3);
  });
});

describe("CreateBatchRequest", () => {
  test("requires the file, the endpoint and the window", () => {
    expectTypeOf<CreateBatchRequest>().toEqualTypeOf<{
      input_file_id: string;
      endpoint: CreateBatchRequestEndpoint;
      completion_window: "24h";
      metadata?: Metadata | null;
      output_expires_after?: OutputExpiresAfter;
    }>();
    expectTypeOf<OutputExpiresAfter>().toEqualTypeOf<{ anchor: "created_at"; seconds: number }>();
  });

  test("has the endpoints in a readonly tuple, in the documented order", () => {
    expectTypeOf(createBatchRequestEndpointValues).toEqualTypeOf<
      readonly [
        "/v1/responses",
        "/v1/chat/completions",
        "/v1/embeddings",
        "/v1/completions",
        "/v1/moderations",
        "/v1/images/generations",
        "/v1/images/edits",
        "/v1/videos",
      ]
    >();
    expectTypeOf<
      (typeof createBatchRequestEndpointValues)[number]
    >().toEqualTypeOf<CreateBatchRequestEndpoint>();
  });

  test("does not take null for an expiry, nor another window", () => {
    const request: CreateBatchRequest = {
      input_file_id: "file-1",
      endpoint: "/v1/responses",
      completion_window: "24h",
    };
    // @ts-expect-error -- the expiry may be left out, but not null
    const expiry: CreateBatchRequest = { ...request, output_expires_after: null };
    // @ts-expect-error -- the window is always "24h"
    const window: CreateBatchRequest = { ...request, completion_window: "48h" };
    expect([expiry.output_expires_after, window.completion_window]).toEqual([null, "48h"]);
  });
});

describe("ListBatchesResponse", () => {
  test("requires everything but the ids of the ends of the page", () => {
    expectTypeOf<ListBatchesResponse>().toEqualTypeOf<{
      object: "list";
      data: Batch[];
      has_more: boolean;
      first_id?: string | null;
      last_id?: string | null;
    }>();
  });
});

/** A switch over every status: it does not compile if one is missing. */
function hasEnded(status: BatchStatus): boolean {
  switch (status) {
    case "validating":
    case "in_progress":
    case "finalizing":
    case "cancelling":
      return false;
    case "failed":
    case "completed":
    case "expired":
    case "cancelled":
      return true;
    default: {
      const rest: never = status;
      return rest;
    }
  }
}
