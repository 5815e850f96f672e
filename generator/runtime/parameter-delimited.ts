import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";

/**
 * The style `spaceDelimited`: `color=blue%20black`. An item cannot have a space.
 *
 * The specification leaves `explode` and single values undefined: they are as in `form`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function spaceDelimited(shape: ParameterShape, options?: StyleOptions): ParameterCodec {
  return delimited(shape, "%20", /%20|[+ ]/, options);
}

/**
 * The style `pipeDelimited`: `color=blue%7Cblack`; it also reads `color=blue|black`. An item cannot have
 * a vertical bar.
 *
 * The specification leaves `explode` and single values undefined: they are as in `form`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function pipeDelimited(shape: ParameterShape, options?: StyleOptions): ParameterCodec {
  return delimited(shape, "%7C", /%7c|\|/i, options);
}

/**
 * @param separator - What is written between items.
 * @param splitter - Where a text is split when it is read.
 */
function delimited(
  shape: ParameterShape,
  separator: string,
  splitter: RegExp,
  { explode = false, encode }: StyleOptions = {},
): ParameterCodec {
  return styled(shape, { explode, separator, splitter, encode });
}
