import type { Checks } from "../../checks/check.js";
import { sizeLimits } from "../../checks/contradictions/limits.js";
import { call, exported, literal, object } from "../../code/expressions.js";
import type { Type } from "../../types/type.js";
import { runtimeModules, runtimePath } from "../runtime.js";
import { arbitraryCall, fc, oneOf, sizeFor, tuple, type Arbitrary } from "./arbitrary.js";
import type { PartContext } from "./part.js";

/** The longest tuple that is written. */
const longestTuple = 20;

/** The longest array that an arbitrary has to make. */
const longest = 1_000;

/** How many different items are asked for at most, if it is not known how many there are. */
const mostUnique = 5;

/**
 * Returns an arbitrary of arrays, or undefined if no simple one is known. If some items have to pass
 * `contains`, then all do.
 *
 * @param own The checks of an array, without alternatives.
 */
export function arrays(own: Checks, { part }: PartContext): Arbitrary | undefined {
  const { least, most } = sizeLimits(own);
  const contained = own.filter((check) => check.kind === "contains");
  const wanted = contained.filter(({ minimum }) => minimum > 0);
  const minLength = Math.max(least?.limit ?? 0, ...wanted.map(({ minimum }) => minimum));
  const maxLength = Math.min(
    most?.limit ?? Infinity,
    ...wanted.map(({ maximum = Infinity }) => maximum),
  );
  if (minLength > longest || minLength > maxLength) return undefined;
  const isUnique = own.some(({ kind }) => kind === "unique");
  const isKnown =
    contained.every(({ minimum, maximum }) => minimum > 0 || maximum === undefined) &&
    own.every((check) => check.kind !== "unevaluated" && knownKinds.has(check.kind));
  const prefix = Math.max(
    0,
    ...own.map((check) =>
      check.kind === "item" ? check.index + 1 : check.kind === "items" ? check.from : 0,
    ),
  );
  const itemAt = (index: number): Arbitrary | undefined =>
    part([...itemChecks(own, index), ...wanted.map(({ checks }) => checks)]);
  if (prefix > 0) {
    const made = tuples(itemAt, minLength, Math.min(maxLength, Math.max(prefix, minLength)));
    return made && { ...made, isExact: made.isExact && isKnown && !isUnique };
  }
  const item = itemAt(0);
  if (item === undefined) {
    return minLength > 0 ? undefined : { ...tuple([]), isExact: isKnown };
  }
  const { size, weight } = sizeFor(item);
  const bounds = {
    minLength: minLength === 0 ? undefined : minLength,
    maxLength: maxLength === Infinity ? undefined : maxLength,
    depthIdentifier: item.depthIdentifier,
    size,
  };
  const made = {
    type: { kind: "array", items: item.type },
    isInferred: item.isInferred,
    depthIdentifier: item.depthIdentifier,
    weight,
    isExact: item.isExact && isKnown,
  } as const;
  if (!isUnique) {
    const code = arbitraryCall("array", [item.code], bounds);
    return { ...made, code };
  }
  if (minLength > (item.scalars ?? item.values?.length ?? mostUnique)) return undefined;
  const isPlain = item.scalars !== undefined || isText(item.type);
  const isEqual = exported("isEqual", runtimePath(runtimeModules.isEqual));
  const given = Object.entries(bounds).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, literal(value)] as const],
  );
  const constraints = isPlain ? given : [...given, ["comparator", isEqual] as const];
  const code = call(
    fc("uniqueArray"),
    item.code,
    ...(constraints.length === 0 ? [] : [object(constraints)]),
  );
  return { ...made, code };
}

/** Whether fast-check finds equal values without help: numbers have two zeros. */
function isText(type: Type): boolean {
  return type.kind === "primitive" && type.name === "string";
}

const knownKinds: ReadonlySet<string> = new Set(["size", "item", "items", "contains", "unique"]);

/** Arrays in which each item has its own checks, of each length within bounds. */
function tuples(
  itemAt: (index: number) => Arbitrary | undefined,
  least: number,
  most: number,
): Arbitrary | undefined {
  if (least > longestTuple) return undefined;
  const items: Arbitrary[] = [];
  for (let index = 0; index < Math.min(most, longestTuple); index += 1) {
    const item = itemAt(index);
    if (item === undefined) break;
    items.push(item);
  }
  if (items.length < least) return undefined;
  const lengths = Array.from({ length: items.length - least + 1 }, (_, more) => least + more);
  // The longest array contains all that shorter ones do; a few lengths are enough.
  const some = lengths.length <= 4 ? lengths : [least, least + 1, items.length];
  return oneOf(some.map((length) => tuple(items.slice(0, length))));
}

function itemChecks(own: Checks, at: number): readonly Checks[] {
  return own.flatMap((check) => {
    if (check.kind === "item") return check.index === at ? [check.checks] : [];
    return check.kind === "items" && check.from <= at ? [check.checks] : [];
  });
}
