import { expect, test } from "vitest";
import { describeAgreement, models } from "./batch.js";

test("there is a guard for every component and every model inside one", () => {
  expect(models.map(({ name }) => name)).toEqual([
    "Batch",
    "BatchStatus",
    "Errors",
    "BatchError",
    "BatchRequestCounts",
    "BatchUsage",
    "InputTokensDetails",
    "OutputTokensDetails",
    "CreateBatchRequest",
    "CreateBatchRequestEndpoint",
    "OutputExpiresAfter",
    "ListBatchesResponse",
    "Metadata",
  ]);
});

// `agreement.corpus.ts` has more of them.
describeAgreement(500);
