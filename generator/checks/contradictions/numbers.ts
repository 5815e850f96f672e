import type { SchemaType } from "../../core/json-type.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { between, sideOf, type Contradiction, type Side } from "./contradiction.js";
import { exclude, type Limits } from "./limits.js";

type Bound = CheckOf<"bound">;

/** The strictest bounds of a number. */
export function numberLimits(checks: Checks): Limits<Bound> {
  let least: Bound | undefined;
  let most: Bound | undefined;
  for (const check of checks) {
    if (check.kind !== "bound") continue;
    const sign = isLower(check) ? 1 : -1;
    const known = sign === 1 ? least : most;
    const isStricter =
      known === undefined ||
      sign * check.limit > sign * known.limit ||
      (check.limit === known.limit && isExclusive(check));
    if (!isStricter) continue;
    if (sign === 1) least = check;
    else most = check;
  }
  return { least, most };
}

export function isLower({ keyword }: Bound): boolean {
  return keyword === "minimum" || keyword === "exclusiveMinimum";
}

export function isExclusive({ keyword }: Bound): boolean {
  return keyword.startsWith("exclusive");
}

/**
 * Why no number passes checks.
 *
 * @param types The types that pass; every type, if undefined.
 * @param integer The check that requires an integer, if any.
 */
export function whyNoNumber(
  checks: Checks,
  types: readonly SchemaType[] | undefined,
  integer: Check | undefined,
): Contradiction | undefined {
  const { least, most } = numberLimits(checks);
  if (least === undefined || most === undefined) return undefined;
  const [left, right] = [sideOf(least), sideOf(most)];
  if (least.limit > most.limit) return between(left, right, exclude);
  const leavesOne = least.limit === most.limit;
  if (leavesOne && (isExclusive(least) || isExclusive(most))) return between(left, right, exclude);
  const divisors = checks.filter((check) => check.kind === "multipleOf");
  const isInteger = types !== undefined && !types.includes("number");
  if (divisors.length === 0 && !isInteger) return undefined;
  const steps = [...divisors.map(({ divisor }) => divisor), ...(isInteger ? [1] : [])];
  if (hasMultiple(steps, least, most)) return undefined;
  const stepSides = [...divisors.map(sideOf), ...(isInteger ? [integerSide(integer)] : [])];
  return {
    sides: [left, right, ...stepSides],
    describe: ([lower = "", upper = "", ...others]) =>
      `no number between ${lower} and ${upper} satisfies ${others.join(" and ")}`,
  };
}

function integerSide(check: Check | undefined): Side {
  return check === undefined ? { text: "`type: integer`" } : sideOf(check);
}

/**
 * Whether a common multiple of numbers is within bounds. All numbers are read as the decimals that
 * they print as.
 */
function hasMultiple(divisors: readonly number[], least: Bound, most: Bound): boolean {
  const decimals = [...divisors, least.limit, most.limit].map(decimalOf);
  const places = Math.max(...decimals.map((each) => each.places), 0);
  const scaled = decimals.map(({ digits, places: own }) => digits * 10n ** BigInt(places - own));
  const [low = 0n, high = 0n] = scaled.splice(divisors.length);
  const step = scaled.reduce(leastCommonMultiple);
  const first = isExclusive(least) ? low + 1n : low;
  const last = isExclusive(most) ? high - 1n : high;
  return floorDivide(last, step) * step >= first;
}

interface Decimal {
  readonly digits: bigint;
  /** How many of the digits are after the decimal point. */
  readonly places: number;
}

function decimalOf(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const [digits, places] = [BigInt(whole + fraction), fraction.length - Number(exponent)];
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [divisor, rest] = [left, right];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (left / divisor) * right;
}

/** Integer division by a positive number, rounded down. */
function floorDivide(value: bigint, step: bigint): bigint {
  const quotient = value / step;
  return value % step < 0n ? quotient - 1n : quotient;
}
