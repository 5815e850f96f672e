import type { Checks } from "../../checks/check.js";
import { isExclusive, numberLimits } from "../../checks/contradictions/numbers.js";
import { arrow, binary, call, literal, local, member } from "../../code/expressions.js";
import { isMultipleOf } from "../../runtime/values.js";
import { arbitraryCall, type Arbitrary } from "./arbitrary.js";

/** How many multiples of a divisor are used on each side of 0. */
const mostMultiples = 1_000_000;

/** fast-check makes integers of 32 bits if they have no bounds. */
const largest32 = 0x7fffffff;

/**
 * Returns an arbitrary of numbers, or undefined if no simple one is known.
 *
 * @param own The checks of a number.
 * @param isInteger Whether only integers are allowed.
 */
export function numbers(own: Checks, isInteger: boolean): Arbitrary | undefined {
  const isKnown = own.every(({ kind }) => kind === "bound" || kind === "multipleOf");
  const { least, most } = numberLimits(own);
  const found = new Set(
    own.flatMap((check) => (check.kind === "multipleOf" ? [check.divisor] : [])),
  );
  const isWhole = isInteger || found.has(1);
  found.delete(1);
  const [divisor, ...others] = found;
  if (others.length > 0) return undefined;
  if (divisor !== undefined) {
    if (isWhole && !Number.isInteger(divisor)) return undefined;
    const code = multiples(divisor, least, most);
    return code && { code, type: numberType, isInferred: true, isExact: isKnown };
  }
  if (isWhole) {
    const low = least && Math.ceil(least.limit) + (isHit(least, Math.ceil) ? 1 : 0);
    const high = most && Math.floor(most.limit) - (isHit(most, Math.floor) ? 1 : 0);
    const code = integers(low, high);
    return code && { code, type: numberType, isInferred: true, isExact: isKnown };
  }
  const code = arbitraryCall("double", [], {
    min: least?.limit,
    max: most?.limit,
    minExcluded: (least !== undefined && isExclusive(least)) || undefined,
    maxExcluded: (most !== undefined && isExclusive(most)) || undefined,
    noNaN: true,
    noDefaultInfinity: true,
  });
  return { code, type: numberType, isInferred: true, isExact: isKnown };
}

const numberType = { kind: "primitive", name: "number" } as const;

type Bound = NonNullable<ReturnType<typeof numberLimits>["least"]>;

/** Whether a bound that must not be met is an integer. */
function isHit(bound: Bound, round: (value: number) => number): boolean {
  return isExclusive(bound) && round(bound.limit) === bound.limit;
}

function integers(
  least: number | undefined,
  most: number | undefined,
): Arbitrary["code"] | undefined {
  const low = least === undefined ? undefined : Math.max(least, Number.MIN_SAFE_INTEGER);
  const high = most === undefined ? undefined : Math.min(most, Number.MAX_SAFE_INTEGER);
  const min =
    low ?? (high !== undefined && high < -largest32 ? Number.MIN_SAFE_INTEGER : undefined);
  const max = high ?? (low !== undefined && low > largest32 ? Number.MAX_SAFE_INTEGER : undefined);
  if ((min ?? -Infinity) > (max ?? Infinity)) return undefined;
  if (min === -largest32 - 1 && max === largest32) return arbitraryCall("integer", []);
  if (min === 0 && max === undefined) return arbitraryCall("nat", []);
  return arbitraryCall("integer", [], { min, max });
}

/** Integers that are multiplied by a divisor: a decimal as a fraction, because 3 * 0.1 is not 0.3. */
function multiples(
  divisor: number,
  least: Bound | undefined,
  most: Bound | undefined,
): Arbitrary["code"] | undefined {
  const places = /^\d+\.(\d+)$/.exec(String(divisor))?.[1]?.length ?? 0;
  const denominator = 10 ** places;
  const numerator = Math.round(divisor * denominator);
  if (places > 9 || numerator / denominator !== divisor) return undefined;
  const at = (factor: number): number => (factor * numerator) / denominator;
  let low = least === undefined ? -mostMultiples : Math.ceil(least.limit / divisor);
  let high = most === undefined ? low + 2 * mostMultiples : Math.floor(most.limit / divisor);
  if (least === undefined && most !== undefined) low = Math.min(low, high - mostMultiples);
  if (
    least !== undefined &&
    (at(low) < least.limit || (isExclusive(least) && at(low) <= least.limit))
  )
    low += 1;
  if (
    most !== undefined &&
    (at(high) > most.limit || (isExclusive(most) && at(high) >= most.limit))
  )
    high -= 1;
  const isSafe = [low, high].every(
    (factor) => Number.isSafeInteger(factor * numerator) && isMultipleOf(at(factor), divisor),
  );
  if (low > high || !isSafe) return undefined;
  const factor = local("factor");
  const product = numerator === 1 ? factor : binary(factor, "*", literal(numerator));
  const value = denominator === 1 ? product : binary(product, "/", literal(denominator));
  const code = arbitraryCall("integer", [], { min: low, max: high });
  return call(member(code, "map"), arrow(["factor"], value));
}
