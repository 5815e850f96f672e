/**
 * A path with variables. Of each segment, the texts between the variables; one text alone has none.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#path-templating
 */
export type PathTemplate = readonly (readonly string[])[];

/**
 * Reads a path template.
 *
 * @param path Such as `/files/{name}.json`; what follows a `?` or a `#` is no part of the path.
 */
export function parsePathTemplate(path: string): PathTemplate {
  const [plain = ""] = path.split(/[?#]/);
  return segmentsOf(plain).map((segment) => segment.split(/\{[^{}]*\}/).map(decoded));
}

/** The segments of the path of a request, as {@link matchesTemplate} takes them. */
export function pathSegments(path: string): readonly string[] {
  return segmentsOf(path).map(decoded);
}

/** Whether a path is one that a template stands for: each variable for at least one character. */
export function matchesTemplate(template: PathTemplate, segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((texts, index) => matchesSegment(texts, segments[index] ?? ""))
  );
}

/**
 * Orders templates: at the first segment in which they differ, the one with less that is variable
 * comes first, as paths without variables win over those with some.
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

/** A search from left to right: a regular expression would try the variables in all their lengths. */
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
  // A slash at the end of a path means nothing that a document tells apart.
  while (segments.at(-1) === "") segments.pop();
  return segments;
}

/** A text with a broken percent-encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
