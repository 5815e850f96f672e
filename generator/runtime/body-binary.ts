import type { BodyCodec } from "./body.js";
import { bodyStream } from "./body-chunks.js";
import { report } from "./collect.js";
import type { ValueSchema } from "./parameter.js";
import { kindOf } from "./parse.js";
import { readValue } from "./read-body.js";
import { refuse } from "./write-body.js";

/** What can be written as a binary body. A body that is read is a `ReadableStream<Uint8Array>`. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/**
 * Makes the codec of a body of bytes. It is read as a stream in constant memory, which fails with a
 * {@link ValidationError} if it ends early; `new Response(stream).blob()` returns it as a whole.
 *
 * @param mediaType - A media type or a range of media types. For a range, the type of a `Blob` is sent.
 */
export function binaryBody(mediaType = "application/octet-stream"): BodyCodec {
  return {
    mediaType,
    schema,
    write: (value) => {
      if (!isBinary(value)) return refuse(expected, value);
      const type = "type" in value ? value.type : "";
      return {
        // The constructor of another realm is not the one here.
        body:
          kindOf(value) === "ArrayBuffer" ? new Uint8Array(value as ArrayBuffer) : (value as Blob),
        contentType: mediaType.endsWith("*") ? type || "application/octet-stream" : mediaType,
      };
    },
    read: (message) => readValue(() => bodyStream(message)),
  };
}

const expected = "Blob, ArrayBuffer, Uint8Array or ReadableStream";

const schema: ValueSchema = {
  is: isBinary,
  "~collect": (value, path) => {
    if (!isBinary(value)) report(path, "type", expected, value);
  },
  "~place": "",
};

function isBinary(value: unknown): value is BinaryBody {
  return /^(?:Blob|File|ArrayBuffer|Uint8Array|ReadableStream)$/.test(kindOf(value));
}
