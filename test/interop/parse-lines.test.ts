import * as v from "valibot";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import {
  BatchSchema,
  parseLines,
  type Batch,
  type ParsedLine,
  type StandardIssue,
} from "openai-batch-types";
import { batchOf, issue, request } from "./requests.js";

const batch = batchOf(request);
const knownIds: ReadonlySet<string> = new Set([batch.id]);

/** Schemas of other libraries that ask somebody else, and change what they take. */
const schemas = {
  zod: z.object({
    id: z.string().refine((id) => Promise.resolve(knownIds.has(id)), "unknown"),
    created_at: z.number().transform((seconds) => new Date(seconds * 1000)),
  }),
  valibot: v.objectAsync({
    id: v.pipeAsync(
      v.string(),
      v.checkAsync((id) => Promise.resolve(knownIds.has(id)), "unknown"),
    ),
    created_at: v.pipe(
      v.number(),
      v.transform((seconds) => new Date(seconds * 1000)),
    ),
  }),
};

interface Created {
  id: string;
  created_at: Date;
}

const text = [batch, { ...batch, id: "batch_none" }]
  .map((value) => `${JSON.stringify(value)}\n`)
  .join("");

async function all<T>(lines: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

describe.each(Object.entries(schemas))("lines by an asynchronous schema of %s", (_name, schema) => {
  test("are what the schema makes of them, or have its issues", async () => {
    const lines = await all(parseLines(schema, [text, "{\n"]));
    expectTypeOf(lines).toEqualTypeOf<readonly ParsedLine<Created, StandardIssue>[]>();
    expect(lines).toMatchObject([
      { line: 1, value: { id: batch.id, created_at: new Date(batch.created_at * 1000) } },
      { line: 2, issues: [{ message: "unknown" }] },
      { line: 3, issues: [{ keyword: "json", line: 3, column: 2 }] },
    ]);
  });
});

test("lines by the schema of a model are of the model, or have issues of ours", async () => {
  const lines = await all(parseLines(BatchSchema, [text, JSON.stringify({ ...batch, id: 1 })]));
  expectTypeOf(lines).toEqualTypeOf<readonly ParsedLine<Batch>[]>();
  expect(lines).toMatchObject([
    { line: 1, value: batch },
    { line: 2, value: { id: "batch_none" } },
    { line: 3, issues: [issue(["id"], "type")] },
  ]);
});
