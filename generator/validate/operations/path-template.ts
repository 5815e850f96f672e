/**
 * A path with variables: for each segment, the texts between the variables. One text means no variable.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#path-templating
 */
export type PathTemplate = readonly (readonly string[])[];

/**
 * Reads a path template.
 *
 * @param path Such as `/files/{name}.json`. A query or a fragment is ignored.
 */
export function parsePathTemplate(path: string): PathTemplate {
  const [plain = ""] = path.split(/[?#]/);
  return segmentsOf(plain).map((segment) => segment.split(/\{[^{}]*\}/).map(decoded));
}

/** Returns the segments of the path of a request, for {@link matchesTemplate}. */
export function pathSegments(path: string): readonly string[] {
  return segmentsOf(path).map(decoded);
}

/** Returns whether a path matches a template. Each variable matches at least one character. */
export function matchesTemplate(template: PathTemplate, segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((texts, index) => matchesSegment(texts, segments[index] ?? ""))
  );
}

/**
 * Orders templates by the first segment in which they differ: the one with fewer variable parts comes
 * first, since paths without variables take precedence.
 */
export function compareTemplates(left: PathTemplate, right: PathTemplate): number {
  for (const [index, texts] of left.entries()) {
    const other = right[index] ?? [];
    if (texts.length !== other.length) return texts.length - other.length;
    const difference = other.join("").length - texts.join("").length;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Searches from left to right. A regular expression would backtrack over all lengths of variables. */
function matchesSegment(texts: readonly string[], segment: string): boolean {
  const [first = "", ...others] = texts;
  const last = others.pop();
  if (last === undefined) return segment === first;
  if (!segment.startsWith(first)) return false;
  let at = first.length;
  for (const text of others) {
    const found = segment.indexOf(text, at + 1);
    if (found < 0) return false;
    at = found + text.length;
  }
  return segment.length - last.length > at && segment.endsWith(last);
}

function segmentsOf(path: string): readonly string[] {
  const [, ...segments] = path.startsWith("/") ? path.split("/") : ["", ...path.split("/")];
  // A trailing slash makes no difference.
  while (segments.at(-1) === "") segments.pop();
  return segments;
}

/** Decodes a segment. A text with invalid percent-encoding does not change. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
