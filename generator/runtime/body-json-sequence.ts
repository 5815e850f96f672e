import type { BodyCodec } from "./body.js";
import { readItems, streamSchema, writeItems, type ReadItem } from "./body-items.js";
import type { ValueSchema } from "./parameter.js";
import { readJson, type JsonOptions } from "./parse.js";
import { bodyError } from "./read-body.js";
import { decodePieces, splitChunks, type TextChunks } from "./text-chunks.js";
import { writeJson } from "./write-body.js";

/**
 * Makes the codec of a JSON text sequence: an iterable or async iterable of items when it is written, an
 * async iterable when it is read.
 *
 * @param schema - The schema of an item.
 * @param mediaType - `application/json-seq`, or a media type that ends with `+json-seq`.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7464 | RFC 7464}
 */
export function jsonSequenceBody(
  schema: ValueSchema,
  mediaType = "application/json-seq",
): BodyCodec {
  return {
    mediaType,
    schema: streamSchema(schema),
    isStream: true,
    write: (items, options) => ({
      body: writeItems(items, schema, options, (item) => `\x1e${writeJson(item)}\n`),
      contentType: mediaType,
    }),
    read: (message, options) =>
      readItems(message, schema, options, (chunks, onGrowth) =>
        readSequence(chunks, options, onGrowth),
      ),
  };
}

/** Parses the items one by one. */
async function* readSequence(
  chunks: TextChunks,
  options: JsonOptions | undefined,
  onGrowth: (size: number) => void,
): AsyncGenerator<ReadItem, void, void> {
  let isFirst = true;
  for await (const { pieces } of splitChunks(chunks, [0x1e], onGrowth)) {
    const { text, isUtf8 } = decodePieces(pieces);
    if (!isUtf8) yield bodyError("json", "text in UTF-8", "other bytes");
    else if (/[^ \t\r\n]/.test(text)) {
      if (isFirst) yield bodyError("json", "a record separator (U+001E)", "other text");
      else yield readItem(text, options);
    }
    isFirst = false;
  }
}

function readItem(text: string, options: JsonOptions | undefined): ReadItem {
  const { value, issue } = readJson(text, 1, options);
  if (issue !== undefined) return { issues: [issue] };
  // A number, true, false or null may be the start of a longer text.
  return /[\da-z]$/.test(text)
    ? bodyError("json", "white space after the item", "the end of a truncated item")
    : { value };
}
