import { bodyStream, cancel, openBody, sizeError } from "./body-chunks.js";
import type { BodyCodec, BodyOptions, ReadBody } from "./body.js";
import { readValue } from "./read-body.js";

/**
 * Limits the size of a body. A server does so with each request; a client can do it in its middleware:
 * `async (request, next) => limitBody(await next(request), 2 ** 20)`.
 *
 * @param maxBytes - The greatest size in bytes.
 * @returns A message with the same body, whose stream fails with a {@link ValidationError} if the body is
 *   larger; the message itself, if it has no body.
 * @throws {@link ValidationError} if the declared size of the body is larger. The body is cancelled then.
 * @throws TypeError if the body has already been read.
 */
export function limitBody<Message extends Request | Response>(
  message: Message,
  maxBytes: number,
): Message;
export function limitBody(message: Request | Response, maxBytes: number): Request | Response {
  const { headers } = message;
  if (message.body === null) return message;
  const size = Number(headers.get("content-length"));
  if (size > maxBytes) {
    cancel(openBody(message));
    throw sizeError(maxBytes, `${size} bytes`);
  }
  const body = bodyStream(message, maxBytes);
  if ("status" in message) return new Response(body, message);
  // The types of some platforms do not have `duplex`, which all of them need.
  const init = { method: message.method, headers, body, duplex: "half" } as RequestInit;
  return new Request(message.url, init);
}

/** Reads a body that is at most as large as the options allow; a stream as its codec limits its items. */
export async function readLimited(
  codec: BodyCodec,
  message: Request | Response,
  options: BodyOptions = {},
): Promise<ReadBody> {
  const { maxBytes } = options;
  if (codec.isStream === true || maxBytes === undefined) return codec.read(message, options);
  let limited = message;
  const { issues } = await readValue(() => (limited = limitBody(message, maxBytes)));
  return issues ? { issues } : codec.read(limited, options);
}
