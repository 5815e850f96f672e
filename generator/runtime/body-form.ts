import type { BodyCodec } from "./body.js";
import type { ParameterCodec, ValueSchema } from "./parameter.js";
import { readFields, writeFields, type Field } from "./parameter-fields.js";
import { parsePairs } from "./raw-pairs.js";
import { readText, readValue } from "./read-body.js";

/**
 * Makes the codec of a form in `application/x-www-form-urlencoded`.
 *
 * @param schema - The schema of the form as an object.
 * @param fields - The members that the schema describes.
 * @param others - Writes and reads further members.
 *
 * @see {@link https://url.spec.whatwg.org/#application/x-www-form-urlencoded | URL, application/x-www-form-urlencoded}
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#encoding-the-x-www-form-urlencoded-media-type | OpenAPI 3.2, Encoding the x-www-form-urlencoded Media Type}
 */
export function formBody(
  schema: ValueSchema,
  fields: readonly Field[],
  others: ParameterCodec,
): BodyCodec {
  const mediaType = "application/x-www-form-urlencoded";
  return {
    mediaType,
    schema,
    write: (value) => ({
      body: writeFields(fields, others, value).join("&"),
      contentType: mediaType,
    }),
    read: (message) =>
      readValue(async () => {
        const text = await readText(message);
        return readFields(fields, others, parsePairs(text, "&"));
      }),
  };
}
