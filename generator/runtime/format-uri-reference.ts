import { isReference } from "./uri-syntax.js";

/** Whether a string is a URI or a relative reference of RFC 3986: `../a?b#c`. */
export function matchesUriReference(text: string): boolean {
  return isReference(text, false);
}
