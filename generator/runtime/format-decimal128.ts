/** Whether a string is a number of IEEE 754 decimal128, of 34 digits at most: `1.5E+3`, `-INF`. */
export function matchesDecimal128(text: string): boolean {
  if (/^(?:NaN|-?INF)$/.test(text)) return true;
  const [, whole, fraction = "", exponent = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (whole === undefined) return false;
  const digits = (whole + fraction).replace(/^0+/, "");
  let count = digits.length;
  // Trailing zeros are equivalent to a larger exponent.
  while (digits.charAt(count - 1) === "0") count -= 1;
  const last = Number(exponent) - fraction.length + digits.length - count;
  return count <= 34 && (count === 0 || (last >= -6176 && last + count <= 6145));
}
