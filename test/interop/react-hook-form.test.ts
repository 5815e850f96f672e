import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createFormControl, type FieldErrors, type Resolver } from "react-hook-form";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  BatchSchema,
  CreateBatchRequestSchema,
  type Batch,
  type CreateBatchRequest,
} from "openai-batch-types";
import { batchOf, request, saysWhatIsExpected } from "./requests.js";

/** How react-hook-form calls a resolver that has no fields to focus. */
const options = { fields: {}, shouldUseNativeValidation: false };

/** How the resolver reports an issue. */
const problem = { type: "", message: saysWhatIsExpected };

describe("a resolver of react-hook-form", () => {
  const resolver = standardSchemaResolver(CreateBatchRequestSchema);

  test("accepts and returns the model", () => {
    expectTypeOf(resolver).toEqualTypeOf<
      Resolver<CreateBatchRequest, unknown, CreateBatchRequest>
    >();
  });

  test("gives the values that are valid", async () => {
    expect(await resolver(request, undefined, options)).toEqual({ values: request, errors: {} });
  });

  test.each<readonly [string, unknown, object]>([
    ["at the top", { ...request, endpoint: "/v1/poems" }, { endpoint: problem }],
    ["that is missing", { ...request, input_file_id: undefined }, { input_file_id: problem }],
    ["under any key", { ...request, metadata: { attempt: 2 } }, { metadata: { attempt: problem } }],
    [
      "below another",
      { ...request, output_expires_after: { anchor: "created_at", seconds: 60 } },
      { output_expires_after: { seconds: problem } },
    ],
  ])("puts an error with the field that it is about: one %s", async (_where, values, errors) => {
    // A form holds whatever was typed into it.
    const result = await resolver(values as CreateBatchRequest, undefined, options);
    expect(result).toEqual({ values: {}, errors });
  });

  test("puts an error with the item of a list", async () => {
    const values = { ...batchOf(request), errors: { data: [{ line: 1 }, { line: "two" }] } };
    // A form holds whatever was typed into it.
    const typed = values as unknown as Batch;
    const result = await standardSchemaResolver(BatchSchema)(typed, undefined, options);
    expect(result).toEqual({ values: {}, errors: { errors: { data: [, { line: problem }] } } });
  });

  test("lists every message of a field where the form asks for all", async () => {
    const values = { ...request, input_file_id: "" };
    // @ts-expect-error -- the window is always "24h"
    const result = await resolver({ ...values, completion_window: "48h" }, undefined, {
      ...options,
      criteriaMode: "all",
    });
    expect(result.errors).toEqual({
      completion_window: { ...problem, types: { 0: saysWhatIsExpected } },
    });
  });
});

describe("a form of react-hook-form", () => {
  test("submits what is valid, with the type of the model", async () => {
    const { submitted, refused } = await submit(request);
    expect(submitted).toEqual([request]);
    expect(refused).toEqual([]);
  });

  test("does not submit what is not, and says so at the fields", async () => {
    const { submitted, refused } = await submit({
      ...request,
      input_file_id: undefined,
      output_expires_after: { anchor: "created_at", seconds: 60 },
    });
    expect(submitted).toEqual([]);
    expect(refused).toMatchObject([
      { input_file_id: problem, output_expires_after: { seconds: problem } },
    ]);
  });
});

interface Submission {
  readonly submitted: readonly CreateBatchRequest[];
  readonly refused: readonly FieldErrors<CreateBatchRequest>[];
}

/** Fills in a form that no browser shows, and submits it. */
async function submit(values: unknown): Promise<Submission> {
  const submitted: CreateBatchRequest[] = [];
  const refused: FieldErrors<CreateBatchRequest>[] = [];
  const form = createFormControl({
    resolver: standardSchemaResolver(CreateBatchRequestSchema),
    // A form holds whatever was typed into it.
    defaultValues: values as CreateBatchRequest,
  });
  form.register("input_file_id");
  form.register("output_expires_after.seconds");
  await form.handleSubmit(
    (valid) => {
      expectTypeOf(valid).toEqualTypeOf<CreateBatchRequest>();
      submitted.push(valid);
    },
    (errors) => {
      refused.push(errors);
    },
  )();
  return { submitted, refused };
}
