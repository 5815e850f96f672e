// A library that takes Standard Schemas, and a program that gives it one.
import {
  BatchSchema,
  CreateBatchRequestSchema,
  type Batch,
  type CreateBatchRequest,
} from "openai-batch-types";
import type { StandardSchemaV1 } from "./standard-schema-spec.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// What such a library takes a schema to accept, and to give.
type Input = StandardSchemaV1.InferInput<typeof CreateBatchRequestSchema>;
type Output = StandardSchemaV1.InferOutput<typeof CreateBatchRequestSchema>;
export const inferred: [Equal<Input, CreateBatchRequest>, Equal<Output, CreateBatchRequest>] = [
  true,
  true,
];

async function problemsOf<S extends StandardSchemaV1>(
  schema: S,
  value: unknown,
): Promise<StandardSchemaV1.InferOutput<S> | string> {
  const result = await schema["~standard"].validate(value);
  if (result.issues === undefined) return result.value;
  return result.issues
    .map(({ path = [] }) =>
      path.map((part) => (typeof part === "object" ? part.key : part)).join("."),
    )
    .join();
}

declare const console: { log(text: string): void };
const result: Batch | string = await problemsOf(BatchSchema, {
  id: "batch_1",
  object: "batch",
  endpoint: "/v1/responses",
  input_file_id: "file-1",
  completion_window: "24h",
  status: "complete",
  created_at: 1767603600,
  errors: { data: [{ line: "3" }] },
});
console.log(typeof result === "string" ? result : result.id);
