import type { ParameterCodec } from "./parameter.js";
import type { ParameterShape } from "./parameter-shapes.js";
import { encodeFor, writeJoined, writePairs, type StyleOptions } from "./parameter-style.js";
import { firstValue, joinedTexts, pairedTexts } from "./parameter-texts.js";

/**
 * The style `form`: `color=blue&color=black`, or `color=blue,black` without `explode`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function form(shape: ParameterShape, options: StyleOptions = {}): ParameterCodec {
  const { explode = true } = options;
  return {
    write: (name, value, location) => {
      const encode = encodeFor(location, options);
      if (explode) return writePairs(name, value, encode);
      const text = writeJoined(value, ",", false, encode);
      return text === undefined ? [] : [`${encode(name, "=")}=${text}`];
    },
    read: (name, source, is) =>
      shape(
        explode
          ? pairedTexts(name, source)
          : joinedTexts(firstValue(name, source), ",", false, source),
        is,
      ),
  };
}
