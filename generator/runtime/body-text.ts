import type { BodyCodec } from "./body.js";
import type { ValueSchema } from "./parameter.js";
import { readText, readValue } from "./read-body.js";
import { refuse } from "./write-body.js";

/**
 * Makes the codec of a body that is text. It is written in UTF-8. It is read in the `charset` of its media
 * type if the platform knows that, and in UTF-8 otherwise.
 *
 * @param schema - The schema of the text.
 * @param mediaType - A media type for text, such as `text/html`, or the range `text/*`.
 *
 * @see {@link https://encoding.spec.whatwg.org/#names-and-labels | Encoding, Names and labels}
 */
export function textBody(schema: ValueSchema, mediaType = "text/plain"): BodyCodec {
  const type = mediaType.endsWith("*") ? "text/plain" : mediaType;
  return {
    mediaType,
    schema,
    write: (value) => ({
      body: typeof value === "string" ? value : refuse("a text", value),
      contentType: type.startsWith("text/") ? `${type};charset=UTF-8` : type,
    }),
    read: (message) => readValue(() => readText(message, encodingOf(message.headers))),
  };
}

function encodingOf(headers: Headers): string {
  const [, charset] = /;\s*charset="?([^\s;"]+)/i.exec(headers.get("content-type") ?? "") ?? [];
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return "utf-8";
  }
}
