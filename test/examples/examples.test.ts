import { describe, expect, test } from "vitest";
import * as generated from "../../generated/src/index.js";
import { componentExamples } from "../spec/examples.js";
import type { Guards } from "../support/guards.js";
import { changesOf } from "./changes.js";

const guards: ReadonlyMap<string, Guards> = new Map<string, Guards>([
  ["Batch", generated.BatchSchema],
  ["BatchError", generated.BatchErrorSchema],
  ["BatchRequestCounts", generated.BatchRequestCountsSchema],
  ["BatchUsage", generated.BatchUsageSchema],
  ["CreateBatchRequest", generated.CreateBatchRequestSchema],
  ["ListBatchesResponse", generated.ListBatchesResponseSchema],
  ["Metadata", generated.MetadataSchema],
]);

const components = componentExamples();

const examples = [...components].flatMap(([name, values]) =>
  values.map((value, index) => ({ name, index, value })),
);

const changed = examples.flatMap(({ name, index, value }) =>
  changesOf(name, value).map((change) => ({ name, index, ...change })),
);

test("every component has guards here", () => {
  expect([...guards.keys()]).toEqual([...components.keys()]);
});

describe("an example of the specification", () => {
  test.each(examples)("is accepted: $name, number $index", ({ name, value }) => {
    const { is, validate } = guardsOf(name);
    expect(is(value)).toBe(true);
    expect(validate(value)).toEqual({ value });
  });
});

describe("an example with one thing changed", () => {
  test("is there for every component that requires something or has a literal", () => {
    expect([...new Set(changed.map(({ name }) => name))]).toEqual([
      "Batch",
      "BatchRequestCounts",
      "BatchUsage",
      "CreateBatchRequest",
      "ListBatchesResponse",
    ]);
  });

  test.each(changed)(
    "is rejected, with an issue there: $name, number $index, $what",
    ({ name, path, value }) => {
      const { is, validate } = guardsOf(name);
      expect(is(value)).toBe(false);
      expect(validate(value).issues?.map((issue) => issue.path)).toEqual([path]);
    },
  );
});

function guardsOf(name: string): Guards {
  const found = guards.get(name);
  if (found === undefined) throw new Error(`There are no guards of ${name}.`);
  return found;
}
