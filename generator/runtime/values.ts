/** Whether a value is a number without a fraction. */
export function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

/** Whether a value is a number that JSON has: all except NaN and the infinities. */
export function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && !!value && !Array.isArray(value);
}

/** Whether a value is an array. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

// Each test of a property is one call, so that the property is read once.

/** Whether a value is undefined or a number without a fraction. */
export function isMissingOrInteger(value: unknown): boolean {
  return value === undefined || Number.isInteger(value);
}

/** Whether a value is null or a number without a fraction. */
export function isNullOrInteger(value: unknown): boolean {
  return value === null || Number.isInteger(value);
}

/** Whether a value is undefined, null or a number without a fraction. */
export function isNullishOrInteger(value: unknown): boolean {
  return value == null || Number.isInteger(value);
}

/** Whether a value is undefined or a number. */
export function isMissingOrNumber(value: unknown): boolean {
  return value === undefined || isNumber(value);
}

/** Whether a value is null or a number. */
export function isNullOrNumber(value: unknown): boolean {
  return value === null || isNumber(value);
}

/** Whether a value is undefined, null or a number. */
export function isNullishOrNumber(value: unknown): boolean {
  return value == null || isNumber(value);
}

/** Whether a value is undefined or a string. */
export function isMissingOrString(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

/** Whether a value is null or a string. */
export function isNullOrString(value: unknown): boolean {
  return value === null || typeof value === "string";
}

/** Whether a value is undefined, null or a string. */
export function isNullishOrString(value: unknown): boolean {
  return value == null || typeof value === "string";
}

/** Whether a value is undefined or a boolean. */
export function isMissingOrBoolean(value: unknown): boolean {
  return value === undefined || typeof value === "boolean";
}

/** Whether a value is null or a boolean. */
export function isNullOrBoolean(value: unknown): boolean {
  return value === null || typeof value === "boolean";
}

/** Whether a value is undefined, null or a boolean. */
export function isNullishOrBoolean(value: unknown): boolean {
  return value == null || typeof value === "boolean";
}

/** Whether a value is one of a list. */
export function isAmong(value: unknown, values: readonly unknown[]): boolean {
  return values.includes(value);
}

/** An own property, for names that every object inherits. */
export function own(object: Record<string, unknown>, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}

/** How many Unicode code points a string has. */
export function codePointLength(text: string): number {
  let count = 0;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- it is only counted
  for (const _ of text) count++;
  return count;
}

/** The number of members of an object, without those that are undefined. */
export function memberCount(object: Record<string, unknown>): number {
  let count = 0;
  for (const name in object) if (object[name] !== undefined) count++;
  return count;
}

/** Whether two JSON values are equal. The order of properties does not matter. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isArray(left)) {
    return (
      isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqual(item, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  if (memberCount(left) !== memberCount(right)) return false;
  for (const name in left) {
    const member = left[name];
    if (member !== undefined && !isEqual(member, own(right, name))) return false;
  }
  return true;
}

/**
 * Whether a number is a whole multiple of another, in decimal: 0.3 is one of 0.1, although
 * neither is exact in binary.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isInteger(divisor) && Number.isInteger(value)) return value % divisor === 0;
  const [valueDigits, valueExponent] = decimal(value);
  const [divisorDigits, divisorExponent] = decimal(divisor);
  const exponent = Math.min(valueExponent, divisorExponent);
  return (
    (valueDigits * powerOfTen(valueExponent - exponent)) %
      (divisorDigits * powerOfTen(divisorExponent - exponent)) ===
    BigInt(0)
  );
}

function powerOfTen(exponent: number): bigint {
  return BigInt(`1${"0".repeat(exponent)}`);
}

/** A number as digits and a power of ten: 0.25 is 25 and -2. */
function decimal(value: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
