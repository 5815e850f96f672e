import type { SchemaId } from "../core/schema-id.js";
import type { Check, Checks, Evaluated } from "./check.js";

/**
 * Whether checks may call the guards of some models several times for the same part of a value:
 * because alternatives overlap, because a condition is tested again, or because a model of the
 * whole value checks the part too.
 *
 * @param isCounted - Whether a model is one of these.
 */
export function isFork(checks: Checks, isCounted: IsCounted): boolean {
  const calls = [...callsOf(checks, isCounted)];
  return calls.some(
    ([way, count]) => count > 1 || calls.some(([other]) => other !== way && way.startsWith(other)),
  );
}

/** The greatest number of calls for each part of a value, by the path to it. */
type Calls = ReadonlyMap<string, number>;

type IsCounted = (id: SchemaId) => boolean;

const none: Calls = new Map();

function callsOf(checks: Checks, isCounted: IsCounted): Calls {
  return sum(checks.map((check) => callsOfCheck(check, isCounted)));
}

function callsOfCheck(check: Check, isCounted: IsCounted): Calls {
  const calls = (inner: Checks): Calls => callsOf(inner, isCounted);
  switch (check.kind) {
    case "call":
      return isCounted(check.model) ? new Map([["", 1]]) : none;
    case "when":
    case "dependent":
    case "not":
      return calls(check.checks);
    case "any":
    case "one":
      return sum(check.branches.map(calls));
    // A value has only one of these types.
    case "cases":
      return most([...check.cases.values()].map(calls));
    case "switch":
      return most(check.cases.map(({ checks }) => calls(checks)));
    case "conditional":
      return sum([calls(check.condition), most([calls(check.then), calls(check.otherwise)])]);
    case "property":
      return inside(`.${check.name}`, calls(check.checks));
    case "additional":
      return inside(".", calls(check.checks));
    case "item":
      return inside(`/${check.index}`, calls(check.checks));
    case "items":
      return inside("/", calls(check.checks));
    // These apply to properties and items that other checks apply to as well.
    case "matching":
      return twice(inside(".", calls(check.checks)));
    case "contains":
      return twice(inside("/", calls(check.checks)));
    case "unevaluated":
      return sum([
        inside(check.target === "items" ? "/" : ".", calls(check.checks)),
        twice(conditionsOf(check.evaluated, isCounted)),
      ]);
    default:
      return none;
  }
}

/** The calls in the conditions of evaluation, which are tested for every key. */
function conditionsOf(all: readonly Evaluated[], isCounted: IsCounted): Calls {
  return sum(
    all.map((evaluated) => {
      switch (evaluated.kind) {
        case "passing":
          return inside("/", callsOf(evaluated.checks, isCounted));
        case "depending":
          return sum([
            callsOf(evaluated.condition, isCounted),
            conditionsOf(evaluated.then, isCounted),
            conditionsOf(evaluated.otherwise, isCounted),
          ]);
        case "model":
          return callsOf([{ kind: "call", model: evaluated.model }], isCounted);
        default:
          return none;
      }
    }),
  );
}

function inside(key: string, calls: Calls): Calls {
  return new Map([...calls].map(([way, count]) => [`${key}\n${way}`, count]));
}

function twice(calls: Calls): Calls {
  return sum([calls, calls]);
}

function sum(all: readonly Calls[]): Calls {
  return combine(all, (left, right) => left + right);
}

function most(all: readonly Calls[]): Calls {
  return combine(all, Math.max);
}

function combine(all: readonly Calls[], join: (left: number, right: number) => number): Calls {
  const [first = none, ...others] = all;
  if (others.length === 0) return first;
  const combined = new Map<string, number>();
  for (const [way, count] of all.flatMap((calls) => [...calls])) {
    combined.set(way, join(combined.get(way) ?? 0, count));
  }
  return combined;
}
