// The program that is copied beside the generated code of every project. It needs nothing but the
// language, and compiles under the settings of all of them.
import {
  BatchSchema,
  batchStatusValues,
  isBatch,
  isBatchStatus,
  parseJson,
  parseLines,
  ValidationError,
  type Batch,
  type Issue,
} from "./api/index.js";

const json = `{
  "id": "batch_1",
  "object": "batch",
  "endpoint": "/v1/responses",
  "input_file_id": "file-1",
  "completion_window": "24h",
  "status": "in_progress",
  "created_at": 1767603600,
  "errors": { "data": [{ "code": "bad_line", "line": 3 }, { "message": null }] },
  "metadata": { "${"🔑".repeat(64)}": "${"🎁".repeat(512)}" }
}`;

const wrong = json.replace("in_progress", "complete").replace('"line": 3', '"line": "3"');

let checked = 0;

function check(what: string, actual: unknown, wanted: unknown): void {
  checked += 1;
  const [found, expected] = [JSON.stringify(actual), JSON.stringify(wanted)];
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

function errorOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
}

function pathsOf(issues: readonly Issue[] | undefined): readonly string[] {
  return (issues ?? []).map(({ pointer }) => pointer);
}

function issuesOf(error: unknown): readonly Issue[] {
  return error instanceof ValidationError ? error.issues : [];
}

/**
 * Uses the generated code in every way that there is.
 *
 * @returns `OK: 11 checks`.
 * @throws What is not as it should be.
 */
export async function runChecks(): Promise<string> {
  checked = 0;
  const value: unknown = JSON.parse(json);
  const invalid: unknown = JSON.parse(wrong);
  check("isBatch", [isBatch(value), isBatch(invalid)], [true, false]);
  check("isBatchStatus", batchStatusValues.map(isBatchStatus).includes(false), false);

  const found = BatchSchema.validate(invalid);
  check("the issues of validate", pathsOf(found.issues), ["/status", "/errors/data/0/line"]);
  const result = BatchSchema.validate(value);
  check("the value of validate", result.issues === undefined && result.value.id, "batch_1");
  BatchSchema.assert(value);
  const line: number | null | undefined = value.errors?.data?.[0]?.line;
  check("assert", line, 3);
  const error = errorOf(() => BatchSchema.parse(invalid));
  check("the error of parse", error instanceof Error, true);
  check("the issues of parse", issuesOf(error).length, 2);

  const batch: Batch = parseJson(BatchSchema, json);
  check("parseJson", batch, value);
  const noJson = issuesOf(errorOf(() => parseJson(BatchSchema, '{\n  "id" 1}')));
  check("text that is not JSON", noJson[0]?.line, 2);

  const standard = BatchSchema["~standard"];
  check("the Standard Schema", [standard.version, standard.vendor], [1, "guardsmith"]);

  const lines: unknown[] = [];
  const text = [JSON.stringify(batch), "\n{oo", "ps\n"];
  for await (const { line, issues } of parseLines(BatchSchema, text)) {
    lines.push([line, pathsOf(issues)]);
  }
  check("parseLines", lines, [
    [1, []],
    [2, [""]],
  ]);
  return `OK: ${checked} checks`;
}
