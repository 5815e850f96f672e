import { bodyError, checkUnread, readingError } from "./read-body.js";
import type { ValidationError } from "./validation-error.js";

/** Reads the chunks of a body. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Returns the reader of the body of a message; undefined, if it has no body.
 *
 * @throws TypeError if the body has already been read.
 */
export function openBody(message: Request | Response): BodyReader | undefined {
  checkUnread(message);
  // The types of some platforms do not say what the chunks are.
  return (message.body as ReadableStream<Uint8Array> | null)?.getReader();
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
        throw readingError(error, message);
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
 * Returns the body of a message as a stream, which fails with a {@link ValidationError} if the body ends
 * early, or is larger than allowed.
 *
 * @param onError - Is called with the error with which the stream fails.
 */
export function bodyStream(
  message: Request | Response,
  maxBytes?: number,
  onError?: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = openBody(message);
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
