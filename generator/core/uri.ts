/** The target of a URI reference. */
export interface Target {
  /** The URI of a file or of a schema resource, without a fragment. */
  readonly uri: string;
  /** The fragment, without `#` and percent-decoded; empty if there is none. */
  readonly fragment: string;
}

/**
 * Resolves a URI reference.
 *
 * @param reference A URI reference, such as `../models/batch.yml#/Batch`.
 * @param base The URI that it is relative to.
 * @returns The target. If it cannot be resolved, because the base cannot be one (`stdin:`, `memory:`) or the
 *   reference is malformed, `uri` is the reference as written.
 * @see {@link https://www.rfc-editor.org/rfc/rfc3986#section-5 | RFC 3986, section 5}
 */
export function resolveUri(reference: string, base: string): Target {
  const hash = reference.indexOf("#");
  const path = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? "" : decoded(reference.slice(hash + 1));
  if (path === "") return { uri: base, fragment };
  return { uri: parseUrl(path, base)?.href ?? path, fragment };
}

/**
 * Parses a URL, or returns undefined if the text is not a URL. `URL.canParse` of Node.js 20 is not reliable: once
 * V8 has optimised a call of it, it refuses letters such as `ä`.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/**
 * Normalizes a URI: unreserved characters are not percent-encoded, and the hexadecimal digits of others are in
 * upper case.
 *
 * @param uri An absolute URI in the form of `URL`.
 * @see {@link https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 | RFC 3986, section 6.2.2}
 */
export function normalizeUri(uri: string): string {
  return uri.replace(/%[\da-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

/**
 * Returns a URI as a relative reference, which does not reveal the folders of a machine.
 *
 * @param from The URI of the document with the reference.
 * @param to A URI.
 * @returns A relative reference between files; an empty text for the document itself; otherwise the URI.
 * @see {@link https://www.rfc-editor.org/rfc/rfc3986#section-4.2 | RFC 3986, section 4.2}
 */
export function relativeUri(from: string, to: string): string {
  if (from === to) return "";
  if (!from.startsWith("file:") || !to.startsWith("file:")) return to;
  const there = segmentsOf(to);
  const folder = segmentsOf(from).slice(0, -1);
  const apart = folder.findIndex((segment, index) => segment !== there[index]);
  const shared = apart < 0 ? folder.length : apart;
  return [...folder.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}

function segmentsOf(uri: string): readonly string[] {
  return new URL(uri).pathname.split("/").filter((segment) => segment !== "");
}

/** Decodes a text. A text with invalid percent-encoding does not change. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
