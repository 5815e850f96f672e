import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";
import { checkFieldText } from "./percent.js";

/**
 * The style `cookie`: `color=blue; color=black`, or `color=blue,black` without `explode`. Nothing is
 * encoded, so a text cannot have a semicolon, white space at an end, or a character that headers cannot
 * have.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function cookie(
  shape: ParameterShape,
  { explode = true }: Pick<StyleOptions, "explode"> = {},
): ParameterCodec {
  const codec = styled(shape, { explode, separator: ",", encode });
  return {
    ...codec,
    // As in headers, nothing is encoded.
    read: (name, { pairs, others }, is) =>
      codec.read(name, { location: "header", pairs, others }, is),
  };
}

function encode(text: string, _location: unknown, separators: string): string {
  for (const separator of `;${separators}`)
    if (text.includes(separator))
      throw new TypeError(`a cookie cannot have "${separator}" here, received "${text}"`);
  return checkFieldText(text);
}
