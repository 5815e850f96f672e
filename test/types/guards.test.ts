import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  BatchSchema,
  BatchStatusSchema,
  isBatch,
  isBatchStatus,
  ListBatchesResponseSchema,
  parseJson,
  type Batch,
  type BatchStatus,
  type Issue,
  type ListBatchesResponse,
  type ModelSchema,
  type ValidationOptions,
  type ValidationResult,
} from "../../generated/src/index.js";
import { batch } from "./values.js";

const known: unknown = batch;

describe("isBatch", () => {
  test("makes a Batch of an unknown value where it says yes, and nothing where it says no", () => {
    expect.assertions(1);
    expectTypeOf(known).toBeUnknown();
    if (isBatch(known)) {
      expectTypeOf(known).toEqualTypeOf<Batch>();
      expect(known.id).toBe("batch_1");
    } else {
      expectTypeOf(known).toBeUnknown();
    }
  });

  test("leaves the other types of a union where it says no", () => {
    const value = (): Batch | string => "batch_1";
    const result = value();
    if (isBatch(result)) expectTypeOf(result).toEqualTypeOf<Batch>();
    else expectTypeOf(result).toEqualTypeOf<string>();
  });

  test("filters a list of unknown values", () => {
    const values: readonly unknown[] = [batch, null];
    const batches = values.filter(isBatch);
    expectTypeOf(batches).toEqualTypeOf<Batch[]>();
    expect(batches).toEqual([batch]);
  });

  test("takes any value, and is a type predicate", () => {
    expectTypeOf(isBatch).parameters.toEqualTypeOf<[value: unknown]>();
    expectTypeOf(isBatch).guards.toEqualTypeOf<Batch>();
    expectTypeOf(isBatchStatus).guards.toEqualTypeOf<BatchStatus>();
  });
});

describe("BatchSchema.assert", () => {
  test("makes a Batch of an unknown value", () => {
    const value: unknown = known;
    BatchSchema.assert(value);
    expectTypeOf(value).toEqualTypeOf<Batch>();
    expectTypeOf(BatchSchema.assert).asserts.toEqualTypeOf<Batch>();
    expect(value.status).toBe("validating");
  });
});

describe("BatchSchema.validate", () => {
  test("has the value where it has no issues, and issues where it has no value", () => {
    expect.assertions(2);
    for (const result of [BatchSchema.validate(known), BatchSchema.validate(null)]) {
      expectTypeOf(result).toEqualTypeOf<ValidationResult<Batch>>();
      if (result.issues === undefined) {
        expectTypeOf(result.value).toEqualTypeOf<Batch>();
        expect(result.value).toBe(batch);
      } else {
        expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
        expectTypeOf(result.value).toEqualTypeOf<undefined>();
        expect(result.value).toBeUndefined();
      }
    }
  });

  test("may have no value as long as the issues were not looked at", () => {
    const { value, issues } = BatchSchema.validate(known);
    expectTypeOf(value).toEqualTypeOf<Batch | undefined>();
    if (issues === undefined) expectTypeOf(value).toEqualTypeOf<Batch>();
    expect(value).toBe(batch);
  });

  test("has read-only issues with all their members", () => {
    expectTypeOf<Issue>().toEqualTypeOf<{
      readonly path: readonly (string | number)[];
      readonly pointer: string;
      readonly keyword: string;
      readonly message: string;
      readonly expected: string;
      readonly received: string;
      readonly schemaPath: string;
      readonly line?: number;
      readonly column?: number;
    }>();
  });
});

describe("BatchSchema.parse and parseJson", () => {
  test("make a Batch of a value, and of text", () => {
    expectTypeOf(BatchSchema.parse).toEqualTypeOf<
      (value: unknown, options?: ValidationOptions) => Batch
    >();
    expect(BatchSchema.parse(known)).toBe(batch);
    const parsed = parseJson(BatchSchema, JSON.stringify(batch));
    expectTypeOf(parsed).toEqualTypeOf<Batch>();
    expect(parsed).toEqual(batch);
  });
});

describe("BatchSchema", () => {
  test("is a Standard Schema whose input and output are a Batch", () => {
    expectTypeOf(BatchSchema).toEqualTypeOf<ModelSchema<Batch>>();
    expectTypeOf(BatchSchema).toExtend<StandardSchemaV1<Batch, Batch>>();
    expectTypeOf<StandardSchemaV1.InferInput<typeof BatchSchema>>().toEqualTypeOf<Batch>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof BatchSchema>>().toEqualTypeOf<Batch>();
  });

  test("fits where a Standard Schema of any input is wanted", () => {
    expectTypeOf(BatchSchema).toExtend<StandardSchemaV1>();
    expectTypeOf(BatchSchema).toExtend<StandardSchemaV1<unknown, Batch>>();
  });

  test("does not fit where a Standard Schema of another model is wanted", () => {
    expectTypeOf(BatchSchema).not.toExtend<StandardSchemaV1<unknown, ListBatchesResponse>>();
  });

  test("validates as a library calls it that only knows Standard Schema", async () => {
    const output = await outputOf(BatchSchema, known);
    expectTypeOf(output).toEqualTypeOf<Batch | undefined>();
    expect(output).toBe(batch);
    expect(await outputOf(BatchSchema, null)).toBeUndefined();
  });

  test("has a counterpart for every other model", () => {
    expectTypeOf(BatchStatusSchema).toExtend<StandardSchemaV1<BatchStatus, BatchStatus>>();
    expectTypeOf(ListBatchesResponseSchema).toExtend<
      StandardSchemaV1<ListBatchesResponse, ListBatchesResponse>
    >();
  });
});

/** What a library does with a schema when it only knows the standard. */
async function outputOf<Schema extends StandardSchemaV1>(
  schema: Schema,
  value: unknown,
): Promise<StandardSchemaV1.InferOutput<Schema> | undefined> {
  const result = await schema["~standard"].validate(value);
  return result.issues ? undefined : result.value;
}
