import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";
import { checkFieldText, percentEncode } from "./percent.js";

/**
 * The style `simple`: `blue,black`. With `explode`, the members of an object are `R=100,G=200`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function simple(
  shape: ParameterShape,
  { explode = false, encode = percentEncode }: StyleOptions = {},
): ParameterCodec {
  return styled(shape, {
    explode,
    separator: ",",
    prefix: "",
    encode: (text, location, separators) =>
      location === "header" ? checkFieldText(text) : encode(text, location, separators),
  });
}
