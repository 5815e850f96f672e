import { uriOfIri } from "./iri-syntax.js";
import { isReference } from "./uri-syntax.js";

/** Whether a string is an IRI or a relative reference of RFC 3987: `../路`. */
export function matchesIriReference(text: string): boolean {
  return isReference(uriOfIri(text), false);
}
