import type { ParameterCodec } from "./parameter.js";
import { readFields, writeFields, type Field } from "./parameter-fields.js";
import { parsePairs } from "./raw-pairs.js";

/**
 * A whole query as an object, in `application/x-www-form-urlencoded`: `limit=10&after=x`. For other media
 * types of a query, use the codecs of `content`.
 *
 * @param fields - The members that the schema describes.
 * @param others - Writes and reads further members.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#parameter-locations | OpenAPI 3.2, Parameter Locations}
 */
export function querystring(fields: readonly Field[], others: ParameterCodec): ParameterCodec {
  return {
    write: (_name, value) => {
      const text = writeFields(fields, others, value).join("&");
      return text === "" ? [] : [text];
    },
    read: (_name, { pairs }) => {
      const [, text] = pairs[0] ?? ["", undefined];
      return text === undefined ? undefined : readFields(fields, others, parsePairs(text, "&"));
    },
  };
}
