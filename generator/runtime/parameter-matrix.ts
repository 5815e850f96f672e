import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";
import { percentEncode } from "./percent.js";
import { parsePairs } from "./raw-pairs.js";

/**
 * The style `matrix`: `;color=blue,black`, or `;color=blue;color=black` with `explode`. An empty text is
 * `;color`. A list in an exploded object is repeated.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function matrix(
  shape: ParameterShape,
  { explode = false, encode = percentEncode }: StyleOptions = {},
): ParameterCodec {
  const codec = styled(shape, {
    explode,
    separator: ",",
    encode: (text, location, separators) => encode(text, location, `;${separators}`),
    // All pairs belong to this parameter.
    memberOf: (_name, key) => key,
  });
  return {
    write: (name, value, location) => {
      const pairs = codec.write(name, value, location);
      const text = pairs.map((pair) => `;${pair.replace(/^([^=]+)=$/, "$1")}`).join("");
      return text === "" ? [] : [text];
    },
    read: (name, { pairs: [[, text] = ["", ""]], location }, is) =>
      text.startsWith(";")
        ? codec.read(name, { location, pairs: parsePairs(text, ";"), others: new Set() }, is)
        : undefined,
  };
}
