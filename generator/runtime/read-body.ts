import type { ReadBody } from "./body.js";
import type { Issue } from "./issue.js";
import { withCause } from "./parse.js";
import { ValidationError } from "./validation-error.js";

/**
 * Reads a body with a function that throws a {@link ValidationError} if the body cannot be read.
 *
 * @param read - Returns the value of the body.
 * @returns The value; or the issues of the error. Other errors are thrown.
 */
export async function readValue(read: () => unknown): Promise<ReadBody> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof ValidationError) return { issues: error.issues };
    throw error;
  }
}

/**
 * Reads a body as text. A byte order mark before it is skipped.
 *
 * @param encoding - A label that `TextDecoder` knows. Default: UTF-8.
 * @throws {@link ValidationError} if the body cannot be read, or has bytes of another encoding.
 * @throws TypeError if the body has already been read.
 */
export async function readText(message: Request | Response, encoding = "utf-8"): Promise<string> {
  checkUnread(message);
  const bytes = await message.arrayBuffer().catch((error: unknown) => {
    throw readingError(error, message);
  });
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    // Node.js 20 decodes windows-1252 as ISO-8859-1 unless it is a stream.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    throw bodyError("body", `text in ${encoding.toUpperCase()}`, "other bytes");
  }
}

/** @throws TypeError if the body of a message has already been read. */
export function checkUnread({ body, bodyUsed }: Request | Response): void {
  if (bodyUsed || body?.locked === true)
    throw new TypeError("the body was already read; read a clone()");
}

/** The error about a body whose stream fails with an error: that it ends early, if it is nothing else. */
export function readingError(error: unknown, message: Request | Response): unknown {
  // In a response, other errors are the reasons for which the caller aborted it.
  return error instanceof TypeError || ("method" in message && !(error instanceof ValidationError))
    ? withCause(bodyError("body", "the whole body", "a part of it"), error, undefined)
    : error;
}

/** The error about a body that cannot be read, with one issue. */
export function bodyError(keyword: string, expected: string, received: string): ValidationError {
  const message = `expected ${expected}, received ${received}`;
  const issue: Issue = {
    path: [],
    pointer: "",
    keyword,
    message,
    expected,
    received,
    schemaPath: "",
  };
  return new ValidationError("body", [issue]);
}
