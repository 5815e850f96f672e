import type { ParameterCodec, ParameterLocation, ParameterSource } from "./parameter.js";
import { asText, textOf } from "./parameter-shapes.js";
import type { ParameterShape } from "./parameter-style.js";
import { checkFieldText, decodeText, percentEncode } from "./percent.js";

/**
 * The `content` of a parameter in JSON, or in a media type with `+json`: `color=%7B%22R%22%3A100%7D`. It
 * has every JSON value. A text that is not JSON is left as text.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#fixed-fields-for-use-with-content | OpenAPI 3.2, Parameter Object}
 */
export function jsonContent(): ParameterCodec {
  return {
    write: (name, value, location) => writeContent(name, jsonText(value, location), location),
    read: (name, source) => {
      const text = readContent(name, source);
      if (text === undefined) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    },
  };
}

/**
 * The `content` of a parameter as text, such as `text/plain`.
 *
 * @param shape - What the text is made into. Default: it is not converted.
 */
export function textContent(shape: ParameterShape = asText): ParameterCodec {
  return {
    write: (name, value, location) => writeContent(name, textOf(value), location),
    read: (name, source, is) => {
      const text = readContent(name, source);
      if (text === undefined) return undefined;
      const decode = (decoded: string): string => decoded;
      return shape.read(
        { name, texts: [text], source, decode, explode: false, isApart: false, separator: "," },
        is,
      );
    },
  };
}

/** The JSON text of a value. A header can have only a few characters, so that others are escaped there. */
function jsonText(value: unknown, location: ParameterLocation): string {
  // A function, for example, has no text.
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError("expected a JSON value");
  return location === "header"
    ? json.replace(
        /[\x7f-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      )
    : json;
}

function writeContent(name: string, text: string, location: ParameterLocation): readonly string[] {
  if (location === "header") return [checkFieldText(text)];
  const encoded = percentEncode(text);
  return [hasNames(location) ? `${percentEncode(name)}=${encoded}` : encoded];
}

/** The text, decoded; undefined, if the parameter is not there. */
function readContent(name: string, source: ParameterSource): string | undefined {
  const { location, pairs } = source;
  const pair = hasNames(location)
    ? pairs.find(([key]) => decodeText(key, location) === name)
    : pairs[0];
  return pair && decodeText(pair[1], location);
}

function hasNames(location: ParameterLocation): boolean {
  return location === "query" || location === "cookie";
}
