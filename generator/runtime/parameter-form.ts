import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";

/**
 * The style `form`: `color=blue&color=black`, or `color=blue,black` without `explode`. A list in an
 * exploded object is repeated.
 *
 * In a cookie, pairs are separated by semicolons, and a plus sign is not a space.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function form(
  shape: ParameterShape,
  { explode = true, encode }: StyleOptions = {},
): ParameterCodec {
  return styled(shape, { explode, separator: ",", encode });
}
