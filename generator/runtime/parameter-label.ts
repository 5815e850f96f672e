import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";

/**
 * The style `label`: `.blue,black`, or `.blue.black` with `explode`. Then neither items nor members can
 * have a dot, which is never encoded.
 *
 * Up to OpenAPI 3.0.3 and 3.1.0, the examples show dots without `explode`, too. RFC 6570 and all later
 * versions have commas.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function label(
  shape: ParameterShape,
  { explode = false, encode }: StyleOptions = {},
): ParameterCodec {
  const separator = explode ? "." : ",";
  return styled(shape, { explode, separator, prefix: ".", encode });
}
