import { isJsonMediaType } from "../../openapi/media-type.js";

/** How bodies of a media type are written and read. */
export type MediaKind =
  | "json"
  | "urlencoded"
  | "multipart"
  | "json-lines"
  | "json-sequence"
  | "events"
  | "text"
  | "xml"
  | "binary"
  | "other-multipart"
  | "other";

/** JSON texts one after the other, each on a line. There is no registered name. */
const jsonLines = /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-l)$|\+jsonl$/;

/** Media types of texts outside `text/`. */
const texts =
  /^application\/(?:x-)?(?:yaml|javascript|ecmascript|graphql|toml|sql|pem-file|pem-certificate-chain|sdp|typescript|sh)$|\+yaml$/;

/** Media types of bytes. */
const binary =
  /^(?:image|audio|video|font|model)\/|^application\/(?:octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-bzip2?|x-7z-compressed|vnd\.rar|wasm|zstd|java-archive|cbor|msgpack|x-msgpack|x-protobuf|protobuf|vnd\.google\.protobuf|msword|rtf|epub\+zip|vnd\.ms-[\w.-]+|vnd\.openxmlformats-[\w.-]+|vnd\.oasis\.[\w.-]+|vnd\.android\.[\w.-]+|x-binary|binary)$|\+(?:zip|gzip|cbor)$/;

/**
 * Returns how bodies of a media type are written and read.
 *
 * @param mediaType A media type or a range, in lower case and without parameters.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#media-types | OpenAPI 3.2, Media Types}
 */
export function mediaKind(mediaType: string): MediaKind {
  if (isJsonMediaType(mediaType)) return "json";
  if (jsonLines.test(mediaType)) return "json-lines";
  if (mediaType === "application/json-seq" || mediaType.endsWith("+json-seq")) {
    return "json-sequence";
  }
  if (/^(?:application|text)\/xml$|\+xml$/.test(mediaType)) return "xml";
  if (texts.test(mediaType)) return "text";
  if (binary.test(mediaType)) return "binary";
  switch (mediaType) {
    case "application/x-www-form-urlencoded":
      return "urlencoded";
    case "multipart/form-data":
      return "multipart";
    case "text/event-stream":
      return "events";
  }
  if (mediaType.startsWith("text/")) return "text";
  return mediaType.startsWith("multipart/") ? "other-multipart" : "other";
}
