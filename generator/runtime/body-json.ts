import type { BodyCodec } from "./body.js";
import type { ValueSchema } from "./parameter.js";
import { readJson } from "./parse.js";
import { bodyError, readText, readValue } from "./read-body.js";
import { ValidationError } from "./validation-error.js";
import { writeJson } from "./write-body.js";

/**
 * Makes the codec of a JSON body. A byte order mark before the JSON is skipped.
 *
 * @param schema - The schema of the value.
 * @param mediaType - `application/json`, another media type for JSON such as
 *   `application/problem+json`, or a range of media types.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc8259 | RFC 8259}
 */
export function jsonBody(schema: ValueSchema, mediaType = "application/json"): BodyCodec {
  return {
    mediaType,
    schema,
    write: (value) => ({
      body: writeJson(value),
      contentType: mediaType.endsWith("*") ? "application/json" : mediaType,
    }),
    read: async (message, options) => {
      let text = "";
      const read = await readValue(async () => {
        text = await readText(message);
        if (text === "") throw bodyError("json", "JSON", "an empty body");
        const { value, issue } = readJson(text, 1, options);
        if (issue !== undefined) throw new ValidationError("body", [issue]);
        return value;
      });
      // A client that only reports what is wrong has the text as it came.
      return read.issues && text !== "" ? { ...read, value: text } : read;
    },
  };
}
