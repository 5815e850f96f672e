/**
 * Whether a string is an integer, as JSON writes it, between two others. Digits are compared as
 * text, because numbers of JavaScript have fewer digits.
 *
 * @param lowest - The absolute value of the lowest allowed number.
 */
export function isIntegerWithin(text: string, lowest: string, highest: string): boolean {
  const digits = text.replace(/^-/, "");
  const limit = digits === text ? highest : lowest;
  return (
    /^(?:0|[1-9]\d*)$/.test(digits) &&
    (digits.length < limit.length || (digits.length === limit.length && digits <= limit))
  );
}
