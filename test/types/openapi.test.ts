import { describe, expectTypeOf, test } from "vitest";
import type {
  Batch,
  BatchError,
  BatchRequestCounts,
  BatchUsage,
  CreateBatchRequest,
  ListBatchesResponse,
  Metadata,
} from "../../generated/src/index.js";
import type { components } from "../../generated/src/openapi.js";

/** The component schemas as openapi-typescript understands them. */
type Schemas = components["schemas"];

/** The component schemas as Guardsmith understands them. */
interface Models {
  Batch: Batch;
  BatchError: BatchError;
  BatchRequestCounts: BatchRequestCounts;
  BatchUsage: BatchUsage;
  CreateBatchRequest: CreateBatchRequest;
  ListBatchesResponse: ListBatchesResponse;
  Metadata: Metadata;
}

/** Whether two types are assignable to each other. */
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The components where the two tools do not understand the same. */
type Mismatches = {
  [K in keyof Models]: Mutual<Models[K], Schemas[K]> extends true ? never : K;
}[keyof Models];

/** The components that are known to differ, each with its reason: there are none. */
type Exceptions = never;

describe("the models and the types of openapi-typescript", () => {
  test("are of the same components", () => {
    expectTypeOf<keyof Models>().toEqualTypeOf<keyof Schemas>();
  });

  test("are assignable to each other, with no exception", () => {
    expectTypeOf<Mismatches>().toEqualTypeOf<Exceptions>();
  });

  test("would not pass for each other if they differed", () => {
    expectTypeOf<Mutual<Batch, Schemas["BatchUsage"]>>().toEqualTypeOf<false>();
    expectTypeOf<Mutual<Batch, Omit<Schemas["Batch"], "id">>>().toEqualTypeOf<false>();
    expectTypeOf<
      Mutual<Batch, Omit<Schemas["Batch"], "model"> & { model: string | null }>
    >().toEqualTypeOf<false>();
  });
});
