/** Whether a number is a whole multiple of another, both taken for the decimals that they print. */
export function isMultipleOf(value: number, divisor: number): boolean {
  const [left, right] = [digitsOf(value), digitsOf(divisor)];
  const places = Math.max(left.places, right.places);
  const scale = ({ digits, places: own }: Decimal): bigint => digits * 10n ** BigInt(places - own);
  return scale(left) % scale(right) === 0n;
}

/** A number as whole digits, and how many of them are after the decimal point. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

function digitsOf(value: number): Decimal {
  const [whole = "", fraction = ""] = withoutExponent(value).split(".");
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

/** 1e-7 is 0.0000001. */
function withoutExponent(value: number): string {
  const [digits = "", exponent] = String(Math.abs(value)).split("e");
  if (exponent === undefined) return digits;
  const [whole = "", fraction = ""] = digits.split(".");
  const [all, shift] = [whole + fraction, Number(exponent)];
  return shift < 0 ? `0.${"0".repeat(-shift - 1)}${all}` : all.padEnd(shift + 1, "0");
}
