import { print } from "./describe.js";
import type { Issue, ValidationOptions, ValidationResult } from "./issue.js";
import { findSyntaxFault } from "./syntax-error.js";
import { ValidationError } from "./validation-error.js";

/** A function such as `validateBatch`. */
export type Validate<T> = (value: unknown, options?: ValidationOptions) => ValidationResult<T>;

/**
 * Parses JSON text that has to be valid.
 *
 * @throws {@link ValidationError} where it is not valid, or no JSON.
 */
export function readJson<T>(
  model: string,
  json: string,
  validate: Validate<T>,
  options?: ValidationOptions,
): T {
  const { result, cause } = parseAndValidate(json, 1, validate, options);
  if (result.issues !== undefined) throw new ValidationError(model, result.issues, { cause });
  return result.value;
}

/**
 * The value of JSON text, or what is wrong with it.
 *
 * @param line - The line on which the text begins.
 */
export function parseAndValidate<T>(
  json: string,
  line: number,
  validate: Validate<T>,
  options: ValidationOptions | undefined,
): { readonly result: ValidationResult<T>; readonly cause?: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    return { result: { issues: [syntaxIssue(json, line, options)] }, cause };
  }
  return { result: validate(value, options) };
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
  const column = (before.at(-1) ?? "").length + 1;
  const rest = json.slice(offset);
  const [word = ""] = /^(?:[\w.+-]+|.)?/su.exec(rest) ?? [];
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
