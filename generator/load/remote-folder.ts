import { parseUrl } from "../core/uri.js";

/**
 * Whether a URL lies in the folder of a document: it has the same origin, and its path begins with
 * that of the folder.
 *
 * A path that some server could read in another way than a URL parser, such as `a/..%2fb`, lies in no
 * folder.
 *
 * @param url Where a reference, or a redirect of it, leads to.
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

/** The parts of a path, decoded: `%61` is `a`. */
function segmentsOf({ pathname }: URL): readonly string[] {
  return pathname.split("/").map(decoded);
}

/**
 * Whether a decoded part of a path may lead out of a folder: `..`, a slash of any kind, what becomes
 * one of these when it is decoded once more, or `..;`, which some servers take for `..`.
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
