/**
 * Returns a media type without its parameters, in lower case.
 *
 * @param contentType The value of a `Content-Type` field, or the key of a Media Type Object.
 */
export function mediaTypeOf(contentType: string): string {
  const [type = ""] = contentType.split(";");
  return type.trim().toLowerCase();
}

/**
 * Returns whether a media type without parameters is JSON.
 *
 * @see {@link https://mimesniff.spec.whatwg.org/#json-mime-type | MIME Sniffing, JSON MIME type}
 */
export function isJsonMediaType(mediaType: string): boolean {
  return /^(?:application|text)\/json$|^[^/]+\/[^/]+\+json$/.test(mediaType);
}
