// The program of someone who uses the package: it only has to compile, and to print what it should.
import {
  BatchSchema,
  batchStatusValues,
  isBatch,
  isBatchStatus,
  parseJson,
  parseLines,
  ValidationError,
  type Batch,
  type BatchError,
  type BatchStatus,
  type Issue,
  type ModelSchema,
  type ParsedLine,
  type StandardSchema,
  type ValidationResult,
} from "openai-batch-types";
import { isBatch as isBatchOfModule } from "openai-batch-types/guards/batch";
import { BatchJsonSchema } from "openai-batch-types/json-schema/batch";
import { batchStatusValues as valuesOfModule } from "openai-batch-types/models/batch";
import type { Batch as BatchOfModule } from "openai-batch-types/models/batch";
import type { components, operations, paths } from "openai-batch-types/openapi";
import { guardResponses, type ResponseMiddleware } from "openai-batch-types/openapi-fetch";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile unless two types are the same. */
function same<A, B>(..._: Equal<A, B> extends true ? [] : [never]): void {}

const json = `{
  "id": "batch_1",
  "object": "batch",
  "endpoint": "/v1/responses",
  "input_file_id": "file-1",
  "completion_window": "24h",
  "status": "in_progress",
  "created_at": 1767603600,
  "errors": { "data": [{ "code": "bad_line", "line": 3 }, { "message": null }] },
  "metadata": null
}`;

const value: unknown = JSON.parse(json);

if (!isBatch(value)) throw new Error("the batch is valid");
same<typeof value, Batch>();
same<Batch, BatchOfModule>();
same<Batch["status"], BatchStatus>();
same<(typeof batchStatusValues)[number], BatchStatus>();
same<typeof valuesOfModule, typeof batchStatusValues>();

const line: number | null | undefined = value.errors?.data?.[0]?.line;
const errors: readonly BatchError[] = value.errors?.data ?? [];
const schema: StandardSchema<Batch> = BatchSchema;
const result: ValidationResult<Batch> = BatchSchema.validate({ ...value, status: "complete" });
const issues: readonly Issue[] = result.issues ?? [];

// `assert` narrows by an annotation: that of the schema, or one of the program.
const asserted: unknown = JSON.parse(json);
BatchSchema.assert(asserted);
same<typeof asserted, Batch>();

const { is, parse, validate }: ModelSchema<Batch> = BatchSchema;
const assert: ModelSchema<Batch>["assert"] = BatchSchema.assert;
const other: unknown = JSON.parse(json);
assert(other);
same<typeof other, Batch>();
const parsed = parse(other);
same<typeof parsed, Batch>();
const another: unknown = other;
if (is(another)) same<typeof another, Batch>();

const lines: ParsedLine<Batch>[] = [];
const text = `${JSON.stringify(other)}\n{}\n`;
for await (const line of parseLines(BatchSchema, [text])) lines.push(line);

/** A schema of another library, which validates asynchronously. */
const nonEmpty: StandardSchema<unknown, string> = {
  "~standard": {
    version: 1,
    vendor: "other",
    validate: (value) =>
      Promise.resolve(
        typeof value === "string" && value !== ""
          ? { value: value.trim() }
          : { issues: [{ message: "no text", path: [{ key: "text" }] }] },
      ),
  },
};
const texts: string[] = [];
for await (const { value, issues } of parseLines(nonEmpty, ['" a "\n', "1"])) {
  texts.push(issues === undefined ? value : issues.map(({ message }) => message).join());
}

function describe(status: BatchStatus): string {
  switch (status) {
    case "completed":
    case "failed":
    case "expired":
    case "cancelled":
      return "over";
    case "validating":
    case "in_progress":
    case "finalizing":
    case "cancelling":
      return "under way";
  }
}

function errorOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return error;
  }
}

const invalid = errorOf(() => parseJson(BatchSchema, '{ "id": 1 }'));
const unparsable = errorOf(() => parseJson(BatchSchema, "{"));

// The schemas of openapi.ts are the models.
type OpenApiBatch = components["schemas"]["Batch"];
const fromOpenApi: OpenApiBatch["status"] = value.status;
const path: keyof paths = "/batches";
export type Operations = keyof operations;

const middleware: ResponseMiddleware = guardResponses();

// Whatever the platform, `console` is there.
declare const console: { log(text: string): void };
console.log(
  JSON.stringify({
    status: value.status,
    described: describe(fromOpenApi),
    path,
    line,
    errors: errors.length,
    statuses: batchStatusValues.length,
    sameValues: valuesOfModule === batchStatusValues,
    sameGuard: isBatchOfModule === isBatch,
    isStatus: [isBatchStatus("completed"), isBatchStatus("complete")],
    issues: issues.map(({ path, keyword }) => `${path.join(".")}: ${keyword}`),
    standard: [schema["~standard"].version, typeof schema["~standard"].vendor],
    parsed: parseJson(BatchSchema, json).id,
    asserted: asserted.id,
    same: parsed === other,
    destructured: [is(other), validate({}).issues?.length],
    lines: lines.map(({ line, issues }) => [line, issues?.length ?? 0]),
    texts,
    invalid: invalid instanceof ValidationError ? invalid.issues[0]?.pointer : "",
    unparsable: unparsable instanceof ValidationError ? unparsable.issues[0]?.column : 0,
    definitions: Object.keys(BatchJsonSchema.$defs ?? {}).length,
    middleware: Object.keys(middleware),
  }),
);
