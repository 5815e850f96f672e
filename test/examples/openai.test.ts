import { describe, expect, test } from "vitest";
import {
  BatchSchema,
  batchStatusValues,
  isBatch,
  isListBatchesResponse,
  ListBatchesResponseSchema,
} from "../../generated/src/index.js";
import {
  exampleOfComponent,
  examplesOfResponse,
  hasPublished,
  publishedFile,
  readPublished,
} from "./published.js";

if (!hasPublished) {
  console.log(`OpenAI's examples are not tested: there is no ${publishedFile} (GUARDSMITH_CORPUS)`);
}

describe.skipIf(!hasPublished)("the examples that OpenAI publishes", () => {
  const document = hasPublished ? readPublished() : { paths: {}, components: { schemas: {} } };
  const batches = [
    ...exampleOfComponent(document, "Batch"),
    ...examplesOfResponse(document, "post", "/batches"),
    ...examplesOfResponse(document, "get", "/batches/{batch_id}"),
    ...examplesOfResponse(document, "post", "/batches/{batch_id}/cancel"),
  ];
  const lists = examplesOfResponse(document, "get", "/batches");

  test("are found at every place that has one", () => {
    expect(batches.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        "Batch",
        "POST /batches",
        "GET /batches/{batch_id}",
        "POST /batches/{batch_id}/cancel",
      ]),
    );
    expect(batches.length).toBeGreaterThanOrEqual(4);
    expect(lists).not.toEqual([]);
  });

  test.each(batches)("are batches: $place", ({ value }) => {
    expect(BatchSchema.validate(value)).toEqual({ value });
    expect(isBatch(value)).toBe(true);
  });

  test.each(batches)("are no batches with a status that does not exist: $place", ({ value }) => {
    const paused = { ...Object(value), status: "paused" } as unknown;
    expect(batchStatusValues).not.toContain("paused");
    expect(isBatch(paused)).toBe(false);
    expect(BatchSchema.validate(paused).issues?.map(({ path }) => path)).toEqual([["status"]]);
  });

  test.each(lists)("are lists of batches: $place", ({ value }) => {
    expect(ListBatchesResponseSchema.validate(value)).toEqual({ value });
    expect(isListBatchesResponse(value)).toBe(true);
  });
});
