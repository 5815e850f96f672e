import type { ParameterCodec } from "./parameter.js";
import { styled, type ParameterShape, type StyleOptions } from "./parameter-style.js";

/**
 * The style `deepObject`: `color%5BR%5D=100`; it also reads `color[R]=100`. `explode` has no effect.
 *
 * The specification leaves other values undefined: a list in the object is repeated, a single value and a
 * list are as in `form`, and an object in the object cannot be written.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#style-values | OpenAPI 3.2, Style Values}
 */
export function deepObject(shape: ParameterShape, { encode }: StyleOptions = {}): ParameterCodec {
  const codec = styled(shape, {
    explode: true,
    encode,
    separator: ",",
    nameOf: (name, member) => `${name}[${member}]`,
    memberOf: (name, key) => (isMember(name, key) ? key.slice(name.length + 1, -1) : undefined),
  });
  return { ...codec, owns: isMember };
}

function isMember(name: string, key: string): boolean {
  return key.startsWith(`${name}[`) && key.endsWith("]");
}
