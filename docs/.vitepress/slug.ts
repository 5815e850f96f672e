/**
 * The anchor of a heading, as GitHub makes it: small letters, without punctuation, and with hyphens in
 * place of spaces.
 */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
