/** A string literal in the quotes that take fewer escapes. */
export function quoted(literal: string): string {
  if (!literal.includes('"', 1) || !literal.startsWith('"')) return literal;
  const content = literal.slice(1, -1);
  const double = content.split('\\"').length - 1;
  const single = content.split("'").length - 1;
  if (double <= single) return literal;
  return `'${content.replace(/\\(.)|'/gs, (match, escaped: string | undefined) => (escaped === '"' ? '"' : escaped === undefined ? "\\'" : match))}'`;
}
