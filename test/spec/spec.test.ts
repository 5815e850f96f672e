import { describe, expect, test } from "vitest";
import { readSpec } from "./document.js";
import { componentExamples } from "./examples.js";
import { issues } from "./issues.js";

const spec = readSpec();
const components = componentExamples();

describe("the components", () => {
  test("come in the documented order", () => {
    expect([...components.keys()]).toEqual([
      "Batch",
      "BatchError",
      "BatchRequestCounts",
      "BatchUsage",
      "CreateBatchRequest",
      "ListBatchesResponse",
      "Metadata",
    ]);
  });

  test.each([...components])("%s has an example", (_name, examples) => {
    expect(examples).not.toEqual([]);
  });

  test.each(
    [...components].flatMap(([name, examples]) =>
      examples.map((example, index) => [index, name, example] as const),
    ),
  )("example %i of %s is valid", (_index, name, example) => {
    expect(issues(`/components/schemas/${name}`, example)).toEqual([]);
  });
});

/** The fields of the Batch class in the documented order, and whether each may be absent or null. */
const fields = [
  ["id", "required"],
  ["completion_window", "required"],
  ["created_at", "required"],
  ["endpoint", "required"],
  ["input_file_id", "required"],
  ["object", "required"],
  ["status", "required"],
  ["cancelled_at", "optional"],
  ["cancelling_at", "optional"],
  ["completed_at", "optional"],
  ["error_file_id", "optional"],
  ["errors", "optional"],
  ["expired_at", "optional"],
  ["expires_at", "optional"],
  ["failed_at", "optional"],
  ["finalizing_at", "optional"],
  ["in_progress_at", "optional"],
  ["metadata", "optional"],
  ["model", "optional"],
  ["output_file_id", "optional"],
  ["request_counts", "optional"],
  ["usage", "optional"],
] as const;

/** The statuses in the documented order, and what a batch has been through, in that order. */
const statuses = [
  ["validating", ["created"]],
  ["failed", ["created", "failed"]],
  ["in_progress", ["created", "in_progress"]],
  ["finalizing", ["created", "in_progress", "finalizing"]],
  ["completed", ["created", "in_progress", "finalizing", "completed"]],
  ["expired", ["created", "in_progress", "finalizing", "expired"]],
  ["cancelling", ["created", "in_progress", "cancelling"]],
  ["cancelled", ["created", "in_progress", "cancelling", "cancelled"]],
] as const;

describe("Batch", () => {
  const pointer = "/components/schemas/Batch";
  const batch = spec.components.schemas.Batch;
  const examples = (components.get("Batch") ?? []).filter(isRecord);
  const names = fields.map(([name]) => name);
  const required = fields.filter(([, presence]) => presence === "required").map(([name]) => name);

  test("has the documented fields in the documented order", () => {
    expect(Object.keys(batch?.properties ?? {})).toEqual(names);
  });

  test("requires exactly the documented fields", () => {
    expect(batch?.required).toEqual(required);
  });

  test("has the documented statuses in the documented order", () => {
    const documented = statuses.map(([status]) => status);
    expect(batch?.properties?.status?.enum).toEqual(documented);
  });

  test.each(fields)("takes null for %s only where it is optional (%s)", (name, presence) => {
    const value = { ...examples[0], [name]: null };
    expect(issues(pointer, value).length === 0).toBe(presence === "optional");
  });

  test.each(fields)("can be without %s only where it is optional (%s)", (name, presence) => {
    const present = Object.entries(examples[0] ?? {});
    const value = Object.fromEntries(present.filter(([key]) => key !== name));
    expect(issues(pointer, value).length === 0).toBe(presence === "optional");
  });

  test.each(statuses)("has an example that is %s", (status) => {
    expect(examples.map((example) => example.status)).toContain(status);
  });

  test.each(examples.map((example) => [example.status, example] as const))(
    "has every field in its example that is %s, in the documented order",
    (_status, example) => {
      expect(Object.keys(example)).toEqual(names);
    },
  );

  test.each(statuses)("has the times that lead to %s", (status, steps) => {
    for (const example of examples.filter((each) => each.status === status)) {
      const history = Object.entries(example)
        .filter(([name, value]) => name.endsWith("_at") && value !== null)
        .filter(([name]) => name !== "expires_at")
        .sort(([, one], [, other]) => Number(one) - Number(other))
        .map(([name]) => name.replace("_at", ""));
      expect(history).toEqual(steps);
    }
  });
});

describe("the limits", () => {
  const batch = "/components/schemas/Batch/properties";
  const create = "/components/schemas/CreateBatchRequest/properties";
  const expiry = `${create}/output_expires_after`;
  const metadata = "/components/schemas/Metadata";

  test.each([
    ["an object other than batch", `${batch}/object`, "list"],
    ["an unknown status", `${batch}/status`, "paused"],
    ["a fraction of a second", `${batch}/created_at`, 1767603600.5],
    ["errors whose data is no array", `${batch}/errors`, { data: {} }],
    ["a window other than 24h", `${create}/completion_window`, "48h"],
    ["an endpoint without batches", `${create}/endpoint`, "/v1/files"],
    ["another anchor", expiry, { anchor: "expires_at", seconds: 3600 }],
    ["less than an hour", expiry, { anchor: "created_at", seconds: 3599 }],
    ["more than 30 days", expiry, { anchor: "created_at", seconds: 2592001 }],
    ["an expiry without an anchor", expiry, { seconds: 3600 }],
    ["17 pairs", metadata, pairs(17)],
    ["a key of 65 characters", metadata, { ["k".repeat(65)]: "value" }],
    ["a value of 513 characters", metadata, { key: "v".repeat(513) }],
    ["a value that is not a string", metadata, { key: 1 }],
  ])("exclude %s", (_what, schema, value) => {
    expect(issues(schema, value)).not.toEqual([]);
  });

  test.each([
    ["an empty list of errors", `${batch}/errors`, { data: [] }],
    ["errors that are null inside", `${batch}/errors`, { data: null }],
    ["a request without metadata", `${create}/metadata`, null],
    ["an hour", expiry, { anchor: "created_at", seconds: 3600 }],
    ["30 days", expiry, { anchor: "created_at", seconds: 2592000 }],
    ["16 pairs", metadata, pairs(16)],
    ["a key of 64 characters", metadata, { ["k".repeat(64)]: "value" }],
    ["a value of 512 characters", metadata, { key: "v".repeat(512) }],
  ])("include %s", (_what, schema, value) => {
    expect(issues(schema, value)).toEqual([]);
  });
});

/** An object of that many string members. */
function pairs(count: number): Readonly<Record<string, string>> {
  const keys = Array.from({ length: count }, (_, index) => `key${index}`);
  return Object.fromEntries(keys.map((key) => [key, "value"]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
