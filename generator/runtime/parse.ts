import { describeDuplicateKey, duplicateKeyVisitor } from "./duplicate-keys.js";
import type { Issue, ValidationOptions } from "./issue.js";
import { scanJson } from "./scan-json.js";
import type { ModelSchema } from "./schema.js";
import { explainStop } from "./syntax-error.js";
import { positionIn, printPosition, type TextPosition } from "./text-position.js";
import { ValidationError } from "./validation-error.js";

/** Options for reading and validating JSON text. */
export interface JsonOptions extends ValidationOptions {
  /**
   * How to handle a key that an object has twice: use its last value, as `JSON.parse` does, or
   * reject the text. Default: `"last"`.
   */
  readonly duplicateKeys?: "last" | "reject" | undefined;
}

/**
 * Parses JSON text, and returns its value with its type. A byte order mark before it is skipped.
 *
 * @throws {@link ValidationError} if the text is not JSON, or its value is not valid.
 * @throws TypeError if `text` is not a string.
 */
export function parseJson<T>(schema: ModelSchema<T>, text: string, options?: JsonOptions): T {
  if (typeof text !== "string") throw new TypeError(explainNoText(schema.name, text));
  const json = readJson(text, 1, options);
  if (json.issue === undefined) return schema.parse(json.value, options);
  throw withCause(new ValidationError(schema.name, [json.issue]), json.cause, options);
}

/** The message about a value that is not text, with what to do. */
function explainNoText(model: string, value: unknown): string {
  const kind = kindOf(value);
  return `parseJson takes JSON text, received ${kind}; ${helpForKind(kind, model)}`;
}

function helpForKind(kind: string, model: string): string {
  if (isBytes(kind)) return "decode the bytes: new TextDecoder().decode(bytes)";
  switch (kind) {
    case "Promise":
      return "await it";
    case "Response":
    case "Request":
    case "Blob":
    case "File":
      return "await its text()";
    case "ReadableStream":
      return "read it whole: await new Response(stream).text()";
    case "String":
      return "use its toString()";
    default:
      return `if the value is already parsed, use ${model}Schema.parse(value)`;
  }
}

/** Whether values of a kind contain bytes. */
export function isBytes(kind: string): boolean {
  return /^(?:\w*Buffer|DataView|\w+Array)$/.test(kind);
}

/** The kind of a value: `null`, `number`, `object`, or the class name that the platform gives it. */
export function kindOf(value: unknown): string {
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return tag === "Object" || tag === "Array" ? tag.toLowerCase() : tag;
}

/**
 * Adds a cause to an error; the constructor takes one only since ES2022. The message of the engine
 * shows a part of the text, so there is no cause if values are hidden.
 */
export function withCause(
  error: ValidationError,
  cause: unknown,
  options: ValidationOptions | undefined,
): ValidationError {
  return cause === undefined || options?.hideValues === true
    ? error
    : Object.defineProperty(error, "cause", { value: cause, configurable: true, writable: true });
}

/** The value of a JSON text, or the issue with the text. Without a cause, the text is JSON. */
type JsonResult =
  | { readonly value: unknown; readonly issue?: undefined; readonly cause?: undefined }
  | { readonly value?: undefined; readonly issue: Issue; readonly cause?: unknown };

/**
 * Reads a JSON text.
 *
 * @param line - The number of the first line of the text.
 */
export function readJson(text: string, line: number, options: JsonOptions | undefined): JsonResult {
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    return { issue: syntaxIssue(json, line, cause, options?.hideValues), cause };
  }
  const issue = options?.duplicateKeys === "reject" ? duplicateIssue(json, line) : undefined;
  return issue === undefined ? { value } : { issue };
}

/** The issue with a text that is not JSON. */
function syntaxIssue(text: string, line: number, cause: unknown, hideValues?: boolean): Issue {
  const placeOf = (offset: number): TextPosition => positionIn(text, offset, line);
  const stop = scanJson(text);
  if (stop !== undefined) {
    const print = (offset: number): string => printPosition(placeOf(offset));
    const { offset, ...fault } = explainStop(text, stop, print, hideValues);
    return jsonIssue(placeOf(offset), fault);
  }
  // It is JSON, but some engines limit how deeply it may be nested.
  if (!(cause instanceof RangeError)) throw cause;
  const [expected, received] = ["JSON that this platform can parse", "too many levels of nesting"];
  const message = `expected ${expected}, received ${received}`;
  return jsonIssue(placeOf(0), { message, expected, received });
}

/** The issue about the first duplicate key of a JSON text. */
function duplicateIssue(text: string, line: number): Issue | undefined {
  let issue: Issue | undefined;
  const visit = duplicateKeyVisitor(text, ({ name, path, offset, first }) => {
    const message = describeDuplicateKey(name, printPosition(positionIn(text, first, line)));
    const [expected, received] = ["different keys", "the same key twice"];
    issue = jsonIssue(positionIn(text, offset, line), { message, expected, received }, path);
    return false;
  });
  scanJson(text, visit);
  return issue;
}

/** An issue with a text, not with its value. */
function jsonIssue(
  position: TextPosition,
  fault: Pick<Issue, "message" | "expected" | "received">,
  path: Issue["path"] = [],
): Issue {
  const { message, expected, received } = fault;
  const tokens = path.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`);
  return {
    path,
    pointer: tokens.join(""),
    keyword: "json",
    message: `${printPosition(position)}: ${message}`,
    expected,
    received,
    schemaPath: "",
    ...position,
  };
}
