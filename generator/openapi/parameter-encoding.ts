import type { Document, OpenApiVersion } from "./document.js";
import { entriesOf } from "./entries.js";
import { mediaTypeOf } from "./media-type.js";
import type { Found } from "./navigate.js";

/** How the value of a parameter or a header is written: in a style, or in a media type. */
export type Encoding =
  | {
      readonly kind: "style";
      readonly style: string;
      readonly explode: boolean;
      /** Whether reserved characters are written as they are. */
      readonly allowReserved: boolean;
    }
  | { readonly kind: "content"; readonly mediaType: string };

/** The style of a parameter that names none, by its `in`. */
export const defaultStyles: ReadonlyMap<string, string> = new Map([
  ["query", "form"],
  ["path", "simple"],
  ["header", "simple"],
  ["cookie", "form"],
]);

/**
 * Returns how the value of a parameter or a header is written, with defaults.
 *
 * @param where The `in` of the parameter; `header` for a header.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#fixed-fields-for-use-with-schema | OpenAPI 3.2, Parameter Object}
 */
export function encodingOf(document: Document, object: Found, where: string): Encoding {
  const { value } = object;
  const [content] = entriesOf(document, object, "content");
  if (content !== undefined && !Object.hasOwn(value, "schema")) {
    return { kind: "content", mediaType: mediaTypeOf(content[0]) };
  }
  const style =
    typeof value.style === "string" ? value.style : (defaultStyles.get(where) ?? "form");
  return {
    kind: "style",
    style,
    explode: typeof value.explode === "boolean" ? value.explode : isExplodedByDefault(style),
    // A cookie in the style of the same name is not percent-encoded at all.
    allowReserved:
      style === "cookie" ||
      (value.allowReserved === true && mayAllowReserved(document.version, where)),
  };
}

/** Returns the default of `explode` for a style. */
export function isExplodedByDefault(style: string): boolean {
  return style === "form" || style === "cookie";
}

/** Before version 3.2, `allowReserved` is only for queries. Headers are never percent-encoded. */
function mayAllowReserved(version: OpenApiVersion, where: string): boolean {
  return version === "3.2" ? where !== "header" : where === "query";
}
