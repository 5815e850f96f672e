import { parseUrl } from "../core/uri.js";

/**
 * Returns whether a URL is in the folder of a document: it has the same origin, and its path begins with the
 * path of the folder.
 *
 * A path that a server could interpret differently than a URL parser, such as `a/..%2fb`, is in no folder.
 *
 * @param url The target of a reference or of a redirect.
 * @param document The URI of the document, after redirects.
 */
export function isInFolderOf(url: URL, document: string): boolean {
  const entry = parseUrl(document);
  if (entry === undefined || !/^https?:$/.test(entry.protocol)) return false;
  if (url.origin !== entry.origin) return false;
  const folder = segmentsOf(entry).slice(0, -1);
  const segments = segmentsOf(url);
  return (
    segments.length > folder.length &&
    folder.every((segment, index) => segment === segments[index]) &&
    !segments.slice(folder.length).some(isAmbiguous)
  );
}

/** Returns the parts of a path, decoded: `%61` is `a`. */
function segmentsOf({ pathname }: URL): readonly string[] {
  return pathname.split("/").map(decoded);
}

/**
 * Returns whether a decoded part of a path may lead out of a folder: `..`, any slash, a text that decodes to
 * one of these, or `..;`, which some servers treat as `..`.
 */
function isAmbiguous(segment: string): boolean {
  if (/[/\\\0]/.test(segment) || /^\.{1,2}(?:;|$)/.test(segment)) return true;
  const again = decoded(segment);
  return again !== segment && isAmbiguous(again);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
