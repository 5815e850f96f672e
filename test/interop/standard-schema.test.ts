import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as batchTypes from "openai-batch-types";
import type {
  Batch,
  BatchError,
  BatchRequestCounts,
  BatchStatus,
  BatchUsage,
  CreateBatchRequest,
  CreateBatchRequestEndpoint,
  Errors,
  InputTokensDetails,
  Issue,
  ListBatchesResponse,
  Metadata,
  OutputExpiresAfter,
  OutputTokensDetails,
} from "openai-batch-types";
import { request, wrongRequests } from "./requests.js";

/** The model of every schema. */
interface Models {
  readonly BatchSchema: Batch;
  readonly BatchErrorSchema: BatchError;
  readonly BatchRequestCountsSchema: BatchRequestCounts;
  readonly BatchStatusSchema: BatchStatus;
  readonly BatchUsageSchema: BatchUsage;
  readonly CreateBatchRequestSchema: CreateBatchRequest;
  readonly CreateBatchRequestEndpointSchema: CreateBatchRequestEndpoint;
  readonly ErrorsSchema: Errors;
  readonly InputTokensDetailsSchema: InputTokensDetails;
  readonly ListBatchesResponseSchema: ListBatchesResponse;
  readonly MetadataSchema: Metadata;
  readonly OutputExpiresAfterSchema: OutputExpiresAfter;
  readonly OutputTokensDetailsSchema: OutputTokensDetails;
}

type Exports = typeof batchTypes;

/** The exports that are schemas by the standard itself. */
type Schemas = {
  [Name in keyof Exports as Exports[Name] extends StandardSchemaV1 ? Name : never]: Exports[Name];
};

/** What a library infers of each schema. */
type Inputs = { [Name in keyof Schemas]: StandardSchemaV1.InferInput<Schemas[Name]> };
type Outputs = { [Name in keyof Schemas]: StandardSchemaV1.InferOutput<Schemas[Name]> };

const schemas = Object.entries(batchTypes).filter(([name]) => /^[A-Z].*Schema$/.test(name));

describe("a schema, as the specification of Standard Schema declares it", () => {
  test("exists for every model, and has its type as input and output", () => {
    expectTypeOf<Inputs>().toEqualTypeOf<Models>();
    expectTypeOf<Outputs>().toEqualTypeOf<Models>();
  });

  test("has issues that are issues of the standard", () => {
    expectTypeOf<Issue>().toExtend<StandardSchemaV1.Issue>();
  });

  test("is found under the name of the model", () => {
    expect(schemas).toHaveLength(13);
  });

  test.each(schemas)("is version 1, and says who made it: %s", (_name, schema) => {
    expect(schema).toMatchObject({ "~standard": { version: 1, vendor: "guardsmith" } });
  });
});

describe("a library that only knows the standard", () => {
  const schema: StandardSchemaV1<CreateBatchRequest> = batchTypes.CreateBatchRequestSchema;

  test("gets the value itself, and at once", () => {
    expect(schema["~standard"].validate(request)).toHaveProperty("value", request);
  });

  test.each(wrongRequests)("gets what is wrong with a request: $what", ({ value, issues }) => {
    const result = schema["~standard"].validate(value);
    expect(result).toMatchObject({ issues });
    expect(result).not.toHaveProperty("value");
  });
});
