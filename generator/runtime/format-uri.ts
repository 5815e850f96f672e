import { isReference } from "./uri-syntax.js";

/** Whether a string is a URI of RFC 3986, with its scheme: `https://example.com`, `urn:isbn:0`. */
export function matchesUri(text: string): boolean {
  return isReference(text, true);
}
