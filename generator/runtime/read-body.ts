import type { BodyOptions, ReadBody } from "./body.js";
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
    if (!(error instanceof ValidationError)) throw error;
    const { issues } = error;
    return { issues, isTooLarge: issues[0]?.keyword === "maxBytes" };
  }
}

/**
 * Reads a body as text. A byte order mark before it is skipped.
 *
 * @param encoding - A label that `TextDecoder` knows. Default: UTF-8.
 * @throws {@link ValidationError} if the body cannot be read, or has bytes of another encoding.
 */
export async function readText(
  message: Request | Response,
  options?: BodyOptions,
  encoding = "utf-8",
): Promise<string> {
  const { maxBytes } = options ?? {};
  const reader = openBody(message, maxBytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = "";
  try {
    for await (const chunk of chunksOf(reader, message, maxBytes))
      text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw bodyError("body", `text in ${encoding.toUpperCase()}`, "other bytes");
  }
}

/** Reads the chunks of a body. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Returns the reader of the body of a message; undefined, if it has no body.
 *
 * @throws {@link ValidationError} if its declared size is larger than allowed. It is cancelled then.
 * @throws TypeError if the body has already been read.
 */
export function openBody(
  { body, bodyUsed, headers }: Request | Response,
  maxBytes: number | undefined = Infinity,
): BodyReader | undefined {
  if (bodyUsed) throw new TypeError("the body was already read; read a clone()");
  // The types of some platforms do not say what the chunks are.
  const reader = (body as ReadableStream<Uint8Array> | null)?.getReader();
  const size = Number(headers.get("content-length"));
  if (reader && size > maxBytes) {
    cancel(reader);
    throw sizeError(maxBytes, `${size} bytes`);
  }
  return reader;
}

/** Cancels a body. Nobody waits for its source to end, nor needs to know that it was already broken. */
export function cancel(reader: BodyReader | undefined): void {
  reader?.cancel().catch(() => undefined);
}

/**
 * The chunks of a body, at most as many bytes as allowed. The rest of the body is cancelled.
 *
 * @param message - The message of the body.
 * @throws {@link ValidationError} if the body is too large, or ends early.
 */
export async function* chunksOf(
  reader: BodyReader | undefined,
  message: Request | Response,
  maxBytes: number | undefined = Infinity,
): AsyncGenerator<Uint8Array, void, void> {
  if (reader === undefined) return;
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        // In a response, other errors are the reasons for which the caller aborted it.
        if (!(error instanceof TypeError || "method" in message)) throw error;
        throw withCause(bodyError("body", "the whole body", "a part of it"), error, undefined);
      });
      if (done) return;
      size += value.length;
      if (size > maxBytes) throw sizeError(maxBytes, "more");
      yield value;
    }
  } finally {
    cancel(reader);
  }
}

/**
 * Returns the body of a message as a stream, which fails if it is larger than allowed.
 *
 * @param onError - Is called with the error with which the stream fails.
 * @throws {@link ValidationError} if its declared size is larger than allowed.
 */
export function limitedStream(
  message: Request | Response,
  maxBytes?: number,
  onError?: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = openBody(message, maxBytes);
  const chunks = chunksOf(reader, message, maxBytes);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await chunks.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          onError?.(error);
          throw error;
        }
      },
      cancel: () => cancel(reader),
    },
    { highWaterMark: 0 },
  );
}

/** The error about something that is larger than allowed. */
export function sizeError(maxBytes: number, received: string): ValidationError {
  return bodyError("maxBytes", `at most ${maxBytes} bytes`, received);
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
