import type { Change, Diff, DiffNote } from "../../generator/diff/diff-result.js";
import { summarized } from "../../generator/diff/summarize.js";
import type { Issue } from "../../generator/runtime/issue.js";

/** The issue of a status that an enum no longer has. */
export const issue: Issue = {
  path: ["status"],
  pointer: "/status",
  keyword: "enum",
  message: 'status: expected "open", received "lost" (string)',
  expected: '"open"',
  received: '"lost" (string)',
  schemaPath: "#/components/schemas/Order/properties/status/enum",
};

/** A change that breaks data, by a payload. */
export const breaking: Change = {
  id: "order-status",
  component: "Order",
  pointer: "/properties/status/enum",
  direction: "request",
  operations: ["POST /orders"],
  data: "breaking",
  types: "compatible",
  message: '"lost" is no longer accepted',
  proof: {
    part: "requestBody",
    mediaType: "application/json",
    value: { status: "lost" },
    acceptedBy: "old",
    issue,
  },
  old: { file: "git:main:openapi.yaml", line: 12, column: 7 },
  new: { file: "openapi.yaml", line: 14, column: 9 },
};

/** A parameter that became required. */
const absent: Change = {
  id: "limit-required",
  pointer: "/paths/~1orders/get/parameters/0",
  direction: "request",
  operations: ["GET /orders"],
  data: "breaking",
  types: "compatible",
  message: "`limit` is required",
  proof: { part: "parameter", name: "query limit", absent: true, acceptedBy: "old", issue },
};

export const unknown: Change = {
  id: "pattern",
  component: "Order",
  pointer: "/properties/code/pattern",
  direction: "response",
  operations: ["GET /orders", "POST /orders", "GET /orders/{id}", "PUT /orders/{id}"],
  data: "unknown",
  types: "compatible",
  message: "the pattern is another one",
  construct: "pattern",
  tried: 200,
};

export const types: Change = {
  id: "no-note",
  component: "Order",
  pointer: "/properties/note",
  direction: "response",
  operations: [],
  data: "compatible",
  types: "breaking",
  message: "`note` is gone",
  typeChange: { member: "Order.note", old: "string | undefined" },
};

export const removed: Change = {
  id: "no-delete",
  pointer: "/paths/~1orders/delete",
  direction: "request",
  operations: ["DELETE /orders"],
  data: "breaking",
  types: "compatible",
  message: "the operation is gone",
  rule: "operation-removed",
};

export const compatible: Change = {
  id: "usage",
  component: "Order",
  pointer: "/properties/usage",
  direction: "response",
  operations: ["GET /orders"],
  data: "compatible",
  types: "compatible",
  message: "`usage` is new and optional",
};

export const meaning: DiffNote = {
  id: "default",
  component: "Order",
  pointer: "/properties/limit/default",
  keyword: "default",
  message: "the default is 20, not 10",
  new: { file: "openapi.yaml", line: 3, column: 4 },
};

export const documentation: DiffNote = {
  id: "description",
  pointer: "/paths/~1orders/get/summary",
  keyword: "summary",
  message: "the summary is another one",
};

/** Returns the differences with these entries. */
export function diffOf(
  changes: readonly Change[],
  notes: Partial<Pick<Diff, "meaning" | "documentation">> = {},
): Diff {
  return summarized({ changes, meaning: [], documentation: [], ...notes });
}

/** One entry of every kind. */
export const everything: Diff = diffOf([breaking, absent, removed, unknown, types, compatible], {
  meaning: [meaning],
  documentation: [documentation],
});
