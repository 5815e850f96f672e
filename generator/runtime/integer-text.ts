/**
 * Whether a string is a whole number, as JSON writes it, between two others. Digits are compared as
 * texts: numbers of JavaScript have fewer.
 *
 * @param lowest - How far below 0 it may be.
 */
export function isIntegerWithin(text: string, lowest: string, highest: string): boolean {
  const digits = text.replace(/^-/, "");
  const limit = digits === text ? highest : lowest;
  return (
    /^(?:0|[1-9]\d*)$/.test(digits) &&
    (digits.length < limit.length || (digits.length === limit.length && digits <= limit))
  );
}
