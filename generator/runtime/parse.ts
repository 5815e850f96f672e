import { print } from "./describe.js";
import type { Issue, ValidationOptions } from "./issue.js";
import type { ModelSchema } from "./schema.js";
import { findSyntaxFault } from "./syntax-error.js";
import { ValidationError } from "./validation-error.js";

/**
 * Parses JSON text, and returns its value with its type.
 *
 * @throws {@link ValidationError} where it is not valid, or no JSON.
 */
export function parseJson<T>(schema: ModelSchema<T>, text: string, options?: ValidationOptions): T {
  const json = readJson(text, 1, options);
  if (json.issue === undefined) return schema.parse(json.value, options);
  throw withCause(new ValidationError(schema.name, [json.issue]), json.cause);
}

/** Has an error tell which other one has led to it; the constructor takes that since ES2022 only. */
export function withCause(error: ValidationError, cause: unknown): ValidationError {
  return cause === undefined
    ? error
    : Object.defineProperty(error, "cause", { value: cause, configurable: true, writable: true });
}

/** The value of a JSON text, or where it stops being JSON. */
type JsonResult =
  | { readonly value: unknown; readonly issue?: undefined; readonly cause?: undefined }
  | { readonly value?: undefined; readonly issue: Issue; readonly cause?: unknown };

/**
 * Reads a JSON text.
 *
 * @param line - The line on which the text begins.
 */
export function readJson(
  text: string,
  line: number,
  options: ValidationOptions | undefined,
): JsonResult {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (cause) {
    const issue = syntaxIssue(text, line, options);
    // The message of the engine shows a part of the text.
    return options?.hideValues === true ? { issue } : { issue, cause };
  }
}

/** What is wrong with a text that is no JSON. */
function syntaxIssue(
  json: string,
  firstLine: number,
  options: ValidationOptions | undefined,
): Issue {
  const { offset, expected } = findSyntaxFault(json);
  const before = json.slice(0, offset).split(/\r\n|\n|\r/);
  const line = firstLine + before.length - 1;
  const column = (before[before.length - 1] ?? "").length + 1;
  const rest = json.slice(offset);
  const [word = ""] = /^(?:[\w.+-]+|[^])?/u.exec(rest) ?? [];
  const received =
    rest === "" ? "the end of the text" : options?.hideValues === true ? "text" : print(word);
  return {
    path: [],
    pointer: "",
    keyword: "json",
    message: `line ${line}, column ${column}: expected ${expected}, received ${received}`,
    expected,
    received,
    schemaPath: "",
    line,
    column,
  };
}
