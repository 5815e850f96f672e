import type { ParameterCodec } from "./parameter.js";
import type { ParameterShape } from "./parameter-shapes.js";
import { encodeFor, writeJoined, type StyleOptions } from "./parameter-style.js";
import { joinedTexts } from "./parameter-texts.js";

/**
 * The style `simple`: `blue,black`. With `explode`, the members of an object are `R=100,G=200`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function simple(shape: ParameterShape, options: StyleOptions = {}): ParameterCodec {
  const { explode = false } = options;
  return {
    write: (_name, value, location) => {
      const text = writeJoined(value, ",", explode, encodeFor(location, options));
      return text === undefined ? [] : [text];
    },
    read: (_name, source, is) => shape(joinedTexts(source.pairs[0]?.[1], ",", explode, source), is),
  };
}
