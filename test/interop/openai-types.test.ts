import type OpenAI from "openai";
import type * as Theirs from "openai/resources/batches";
import { describe, expectTypeOf, test } from "vitest";
import type * as Ours from "openai-batch-types";

/** The same properties without null, but what is inside them as it was. */
type WithoutNullOnTop<T> = { [K in keyof T]: Exclude<T[K], null> };

/** The same, and so on all the way down. */
type WithoutNull<T> = T extends object ? { [K in keyof T]: WithoutNull<Exclude<T[K], null>> } : T;

/** The properties that may be null by our type, and not by theirs. */
type NullLeftOut<Our, Their extends { [K in keyof Our]: unknown }> = {
  [K in keyof Our]-?: null extends Our[K] ? (null extends Their[K] ? never : K) : never;
}[keyof Our];

/** Every property of a batch that may be left out. */
type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

describe("the Batch of the official client, and ours", () => {
  test("are called the same in the client as a whole", () => {
    expectTypeOf<OpenAI.Batch>().toEqualTypeOf<Theirs.Batch>();
  });

  test("theirs is assignable to ours", () => {
    expectTypeOf<Theirs.Batch>().toExtend<Ours.Batch>();
  });

  test("ours is not assignable to theirs, which leaves out the null that the API sends", () => {
    expectTypeOf<Ours.Batch>().not.toExtend<Theirs.Batch>();
    expectTypeOf<WithoutNull<Ours.Batch>>().toExtend<Theirs.Batch>();
  });

  test("null is the only difference, at any depth: without it, each is assignable to the other", () => {
    expectTypeOf<WithoutNull<Ours.Batch>>().toEqualTypeOf<WithoutNull<Theirs.Batch>>();
  });

  test("theirs leaves null out of the batch itself: everywhere but in its metadata", () => {
    expectTypeOf<NullLeftOut<Ours.Batch, Theirs.Batch>>().toEqualTypeOf<
      Exclude<Optional<Ours.Batch>, "metadata">
    >();
    expectTypeOf<null>().toExtend<Theirs.Batch["metadata"]>();
  });

  test("theirs also leaves null out of the errors inside, so that removing it at the top is not enough", () => {
    expectTypeOf<WithoutNullOnTop<Ours.Batch>>().not.toExtend<Theirs.Batch>();
    expectTypeOf<NullLeftOut<Ours.Errors, Theirs.Batch.Errors>>().toEqualTypeOf<
      "data" | "object"
    >();
    expectTypeOf<NullLeftOut<Ours.BatchError, Theirs.BatchError>>().toEqualTypeOf<
      "code" | "message"
    >();
    expectTypeOf<
      WithoutNullOnTop<Omit<Ours.Batch, "errors">> & { errors?: Theirs.Batch.Errors }
    >().toExtend<Theirs.Batch>();
  });
});

describe("the other types of the official client", () => {
  test("are the same as ours where nothing may be null, and where null is written down", () => {
    expectTypeOf<Theirs.BatchRequestCounts>().toEqualTypeOf<Ours.BatchRequestCounts>();
    expectTypeOf<Theirs.BatchUsage>().toEqualTypeOf<Ours.BatchUsage>();
    expectTypeOf<Theirs.BatchCreateParams>().toEqualTypeOf<Ours.CreateBatchRequest>();
    expectTypeOf<Theirs.Batch["status"]>().toEqualTypeOf<Ours.BatchStatus>();
  });
});
