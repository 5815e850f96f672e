import type { Checks } from "../checks/check.js";
import { numberLimits } from "../checks/contradictions/numbers.js";

/**
 * Returns numbers that may pass the checks of a number: small ones, the bounds, their neighbours, and
 * multiples of divisors near them.
 *
 * @param own The checks of a number.
 */
export function candidateNumbers(own: Checks): readonly number[] {
  const { least, most } = numberLimits(own);
  const bounds = [least?.limit, most?.limit].filter((limit) => limit !== undefined);
  const near = bounds.flatMap((limit) => [limit, limit + 1, limit - 1, limit + 0.5, limit - 0.5]);
  const [low, high] = bounds;
  const middle = low === undefined || high === undefined ? [] : [(low + high) / 2];
  const plain = [0, ...near, ...middle, 1, 0.5, -1];
  const divisors = own.flatMap((check) => (check.kind === "multipleOf" ? [check.divisor] : []));
  const steps = divisors.length > 1 ? [...divisors, divisors.reduce(commonMultiple)] : divisors;
  const multiples = steps.flatMap((step) =>
    plain.flatMap((number) => [
      multiple(Math.ceil(number / step), step),
      multiple(Math.floor(number / step), step),
    ]),
  );
  return [...new Set([...plain, ...multiples])].filter(Number.isFinite);
}

/** Returns a multiple of a divisor, rounded so that `3 * 0.1` is 0.3. */
function multiple(factor: number, divisor: number): number {
  return Number((factor * divisor).toPrecision(12));
}

/** Returns a common multiple of two numbers: the least one, if they are integers. */
function commonMultiple(left: number, right: number): number {
  let [divisor, rest] = [left, right];
  if (Number.isInteger(left) && Number.isInteger(right)) {
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
    return (left / divisor) * right;
  }
  return left * right;
}
