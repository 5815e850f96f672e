import { isReference } from "./uri-syntax.js";

/** Whether a string is a URI of RFC 3986, or what leads to one from another: `../a?b#c`. */
export function matchesUriReference(text: string): boolean {
  return isReference(text, false);
}
