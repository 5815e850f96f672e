import type { BodyCodec } from "./body.js";
import { readItems, streamSchema, writeItems } from "./body-items.js";
import { readLines } from "./json-lines.js";
import type { ValueSchema } from "./parameter.js";
import { writeJson } from "./write-body.js";

/**
 * Makes the codec of JSON Lines: an iterable or async iterable of items when it is written, an async
 * iterable when it is read.
 *
 * @param schema - The schema of an item.
 * @param mediaType - `application/jsonl`, or another media type of the format such as
 *   `application/x-ndjson`.
 *
 * @see {@link https://jsonlines.org | JSON Lines}
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#sequential-json | OpenAPI 3.2, Sequential JSON}
 */
export function jsonLinesBody(schema: ValueSchema, mediaType = "application/jsonl"): BodyCodec {
  return {
    mediaType,
    schema: streamSchema(schema),
    isStream: true,
    write: (items, options) => ({
      body: writeItems(items, schema, options, (item) => `${writeJson(item)}\n`),
      contentType: mediaType,
    }),
    read: (message, options) =>
      readItems(message, schema, options, (chunks, onGrowth) =>
        readLines(chunks, options, onGrowth),
      ),
  };
}
