import { uriOfIri } from "./iri-syntax.js";
import { isReference } from "./uri-syntax.js";

/** Whether a string is an IRI of RFC 3987, with its scheme: `https://例子.测试/路`. */
export function matchesIri(text: string): boolean {
  return isReference(uriOfIri(text), true);
}
