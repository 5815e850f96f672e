import { describe, expect, test } from "vitest";
import { bodyExamples } from "./body-examples.js";
import { readSpec } from "./document.js";
import { issues } from "./issues.js";

const spec = readSpec();
const examples = bodyExamples();

const operations = [
  ["createBatch", "post", "/batches", ["request", "200"]],
  ["listBatches", "get", "/batches", ["200"]],
  ["retrieveBatch", "get", "/batches/{batch_id}", ["200"]],
  ["cancelBatch", "post", "/batches/{batch_id}/cancel", ["200"]],
] as const;

describe("the operations", () => {
  test("are the four of the Batch API", () => {
    const found = Object.values(spec.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(found).toEqual(operations.map(([operationId]) => operationId));
  });

  test.each(operations)("%s is %s %s", (operationId, method, path) => {
    expect(spec.paths[path]?.[method]?.operationId).toBe(operationId);
  });
});

describe("the examples of the operations", () => {
  test.each(
    operations.flatMap(([operationId, , , bodies]) =>
      bodies.map((body) => [operationId, body] as const),
    ),
  )("%s has at least one (%s)", (operationId, body) => {
    const found = examples.filter(
      (example) => example.operationId === operationId && example.body === body,
    );
    expect(found).not.toEqual([]);
  });

  test.each(
    examples.map(
      ({ operationId, body, name, schema, value }) =>
        [operationId, body, name, schema, value] as const,
    ),
  )("%s (%s) %s is valid", (_operationId, _body, _name, schema, value) => {
    expect(issues(schema, value)).toEqual([]);
  });

  test.each(Object.keys(spec.components.examples))("the component %s is used", (name) => {
    const references = examples.map(({ reference }) => reference);
    expect(references).toContain(`#/components/examples/${name}`);
  });
});
