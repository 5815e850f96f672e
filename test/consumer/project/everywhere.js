// A program for every runtime: it needs nothing but the language and `console`.
import {
  BatchSchema,
  batchStatusValues,
  isBatch,
  parseJson,
  parseLines,
  ValidationError,
} from "openai-batch-types";
import { isBatch as isBatchOfModule } from "openai-batch-types/guards/batch";

const batch = {
  id: "batch_1",
  object: "batch",
  endpoint: "/v1/responses",
  input_file_id: "file-1",
  completion_window: "24h",
  status: "in_progress",
  created_at: 1767603600,
  errors: { data: [{ code: "bad_line", line: 3 }, { message: null }] },
  // As long as they may be, in code points: each of these takes two UTF-16 code units.
  metadata: { ["🔑".repeat(64)]: "🎁".repeat(512) },
};
const wrong = { ...batch, status: "complete", errors: { data: [{ line: "3" }] } };
const tooLong = { ...batch, metadata: { ["🔑".repeat(65)]: "" } };

let checked = 0;

function check(what, actual, wanted) {
  checked += 1;
  if (JSON.stringify(actual) === JSON.stringify(wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
}

function errorOf(attempt) {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
}

const pathsOf = (issues = []) => issues.map(({ pointer }) => pointer);

check("isBatch", [batch, wrong, tooLong, null].map(isBatch), [true, false, false, false]);
check("isBatch with one thing wrong", isBatch({ ...batch, status: "complete" }), false);
check("the guard of the module", isBatchOfModule === isBatch, true);
// Each works without the object that it comes from.
const { is, assert, validate, parse } = BatchSchema;
check("is", is === isBatch, true);
check("validate", validate(batch).value === batch, true);
check("its issues", pathsOf(validate(wrong).issues), ["/status", "/errors/data/0/line"]);
check("parse", parse(batch) === batch, true);
check("assert", errorOf(() => assert(batch)) === undefined, true);
const error = errorOf(() => assert(wrong));
check("its error", [error instanceof ValidationError, error instanceof Error], [true, true]);
check("the issues of its error", pathsOf(error.issues).length, 2);
check("parseJson", parseJson(BatchSchema, JSON.stringify(batch)), batch);
const noJson = errorOf(() => parseJson(BatchSchema, '{\n  "id" 1}'));
check("no JSON", [noJson instanceof ValidationError, noJson.issues[0].line], [true, 2]);
const standard = BatchSchema["~standard"];
check("~standard", [standard.version, standard.validate(batch).value === batch], [1, true]);
check("its issues", pathsOf(standard.validate(wrong).issues).length, 2);
check("batchStatusValues", batchStatusValues.includes(batch.status), true);

// In pieces that end within a character, and before a line end.
async function checkLines() {
  const bytes = new TextEncoder().encode(`${JSON.stringify(batch)}\r\n{oops\n`);
  const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.slice(at, at + 1));
  const lines = [];
  for await (const { line, issues } of parseLines(BatchSchema, pieces)) {
    lines.push([line, pathsOf(issues)]);
  }
  check("parseLines", lines, [
    [1, []],
    [2, [""]],
  ]);
}

await checkLines();
console.log(`OK: ${checked} checks`);
