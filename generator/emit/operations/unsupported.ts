import { count } from "../../core/count.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Place } from "../../core/place.js";

/** How many further places a warning names. */
const mostPlaces = 3;

/** Each kind of what operations do not support: what it is, one and several, and what happens instead. */
const kinds: Readonly<
  Record<UnsupportedKind, readonly [one: string, more: string, result: string]>
> = {
  multipart: [
    "multipart body other than form-data",
    "multipart bodies other than form-data",
    "read and written as bytes",
  ],
  xml: ["XML body", "XML bodies", "read and written as text, and not checked"],
  "other-format": [
    "body in a format that is not known",
    "bodies in formats that are not known",
    "read and written as bytes, and not checked",
  ],
  "text-of-other-type": [
    "body of text whose schema accepts no text",
    "bodies of text whose schemas accept no text",
    "read and written as text, and not checked",
  ],
  "media-type-parameters": [
    "media type that differs from another one only by its parameters",
    "media types that differ from others only by their parameters",
    "left out",
  ],
  "encoding-headers": [
    "encoding of a part with headers",
    "encodings of parts with headers",
    "used without the headers",
  ],
  "positional-encoding": [
    "body with `prefixEncoding` or `itemEncoding`",
    "bodies with `prefixEncoding` or `itemEncoding`",
    "read and written without them",
  ],
  "mutual-tls": [
    "security scheme of the type `mutualTLS`",
    "security schemes of the type `mutualTLS`",
    "described, but the certificate has to be sent by the platform",
  ],
  "unknown-scheme": [
    "security scheme that is not described",
    "security schemes that are not described",
    "left out of the requirements",
  ],
  style: [
    "parameter with a style that its location does not have",
    "parameters with styles that their locations do not have",
    "written in the default style",
  ],
  "style-and-type": [
    "parameter of a type that its style does not define",
    "parameters of types that their styles do not define",
    "written as well as the style allows",
  ],
  nested: [
    "object or list inside of a parameter in a style",
    "objects or lists inside of parameters in styles",
    "taken as text",
  ],
  "parameter-content": [
    "parameter in a media type other than JSON and text",
    "parameters in media types other than JSON and text",
    "written and read as text",
  ],
  location: ["parameter in an unknown location", "parameters in unknown locations", "left out"],
  "path-parameter": [
    "path parameter that is not in the path",
    "path parameters that are not in the path",
    "left out",
  ],
  "path-variable": [
    "variable of a path that no parameter describes",
    "variables of paths that no parameter describes",
    "taken as any text",
  ],
  informational: [
    "response with a status below 200",
    "responses with statuses below 200",
    "left out, because clients do not see it",
  ],
  status: ["response that names no status", "responses that name no status", "left out"],
};

/** A kind of what operations do not support. */
export type UnsupportedKind =
  | "multipart"
  | "xml"
  | "other-format"
  | "text-of-other-type"
  | "media-type-parameters"
  | "encoding-headers"
  | "positional-encoding"
  | "mutual-tls"
  | "unknown-scheme"
  | "style"
  | "style-and-type"
  | "nested"
  | "parameter-content"
  | "location"
  | "path-parameter"
  | "path-variable"
  | "informational"
  | "status";

/** What operations do not support, gathered, so that each kind is reported once. */
export class Unsupported {
  readonly #found = new Map<UnsupportedKind, Map<string, Place>>();

  add(kind: UnsupportedKind, place: Place): void {
    const places = this.#found.get(kind) ?? new Map<string, Place>();
    this.#found.set(kind, places.set(`${place.uri}#${place.pointer}`, place));
  }

  /** How many places there are of each kind. */
  get counts(): Readonly<Partial<Record<UnsupportedKind, number>>> {
    return Object.fromEntries([...this.#found].map(([kind, places]) => [kind, places.size]));
  }

  /** Logs a warning for each kind, with its first places. */
  report(log: DiagnosticLog): void {
    for (const [kind, found] of this.#found) {
      const [one, more, result] = kinds[kind];
      const [place, ...others] = found.values();
      if (place === undefined) continue;
      const is = found.size === 1 ? "is" : "are";
      log.warning({
        code: "unsupported-in-operation",
        message: `${count(found.size, one, more)} ${is} ${result}`,
        help: "change the document, or handle this part yourself",
        place,
        related: others
          .slice(0, mostPlaces)
          .map((each) => ({ message: "another one", place: each })),
      });
    }
  }
}
