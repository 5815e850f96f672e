import { uriOfIri } from "./iri-syntax.js";
import { isReference } from "./uri-syntax.js";

/** Whether a string is an IRI of RFC 3987, or what leads to one from another: `../路`. */
export function matchesIriReference(text: string): boolean {
  return isReference(uriOfIri(text), false);
}
