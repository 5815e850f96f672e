// An IRI may have non-ASCII characters wherever a URI has percent-encoded ones.

/** Turns an IRI into a URI for validation. All non-ASCII characters become the same encoded octet. */
export function uriOfIri(text: string): string {
  return encodeLetters(text).replace(/\?[^#]*/, encodePrivate);
}

/** https://www.rfc-editor.org/rfc/rfc3987#section-2.2, `ucschar` */
export function encodeLetters(text: string): string {
  return text.replace(
    /(?![\p{Noncharacter_Code_Point}\u{e0000}-\u{e0fff}])[\xa0-\ud7ff\uf900-\uffef\u{10000}-\u{efffd}]/gu,
    "%20",
  );
}

/** https://www.rfc-editor.org/rfc/rfc3987#section-2.2, `iprivate` */
export function encodePrivate(text: string): string {
  return text.replace(/[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu, "%20");
}
