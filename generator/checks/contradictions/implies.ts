import { jsonTypes, type JsonType, type SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { isMultipleOf } from "../../runtime/values.js";
import type { Check, CheckOf, Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import { sizeLimits } from "./limits.js";
import { impliesMembers } from "./implies-members.js";
import { membersOf } from "./members.js";
import { isExclusive, isLower, numberLimits } from "./numbers.js";
import type { Reasoning } from "./reasoning.js";

/**
 * Whether every value that passes some checks passes others. True is certain; false means that it
 * could not be proved.
 */
export function implies(left: Checks, right: Checks, reasoning: Reasoning): boolean {
  if (right.length === 0) return true;
  const called = new Set(left.flatMap((check) => (check.kind === "call" ? [check.model] : [])));
  const wanted = right.filter((check) => check.kind !== "call" || !called.has(check.model));
  if (wanted.length === 0) return true;
  const premise = reasoning.conjunction(left);
  const values = finiteValues(premise);
  if (values !== undefined) {
    return values
      .filter((value) => reasoning.accepts(premise.flat, value) !== false)
      .every((value) => reasoning.accepts(right, value) === true);
  }
  return reasoning
    .conjunction(wanted)
    .cheapFirst.every(
      (check) =>
        impliesCheck(premise, check, reasoning) || byOptions(premise.flat, check, reasoning),
    );
}

/** Returns all values that may pass if they are few, or undefined. */
function finiteValues({ flat, jsonTypes: types }: Conjunction): readonly Json[] | undefined {
  const equals = flat.find((check) => check.kind === "equals");
  if (equals !== undefined) return equals.values;
  if (!types.every((type) => type === "null" || type === "boolean")) return undefined;
  return types.flatMap((type): readonly Json[] => (type === "null" ? [null] : [true, false]));
}

/** Whether each option of one check implies another check. */
function byOptions(flat: Checks, check: Check, reasoning: Reasoning): boolean {
  return flat.some(
    (each) =>
      (each.kind === "any" || each.kind === "one") &&
      each.branches.length <= maxOptions &&
      each.branches.every(
        (branch) =>
          reasoning.implies([...flat.filter((other) => other !== each), ...branch], [check]) ||
          reasoning.whyEmptyTogether(
            [branch],
            flat.filter((other) => other !== each),
          ) !== undefined,
      ),
  );
}

const maxOptions = 10;

function isWithin(type: SchemaType, types: readonly SchemaType[]): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

function impliesCheck(premise: Conjunction, check: Check, reasoning: Reasoning): boolean {
  const { flat } = premise;
  if (premise.has(check)) return true;
  switch (check.kind) {
    case "types":
      return (premise.types ?? jsonTypes).every((type) => isWithin(type, check.types));
    case "when":
      if (!premise.jsonTypes.includes(check.type)) return true;
      return check.checks.every((inner) => impliesOfType(check.type, premise, inner, reasoning));
    case "any":
      return check.branches.some((branch) => reasoning.implies(flat, branch));
    case "not":
      return reasoning.whyEmptyTogether([check.checks], flat) !== undefined;
    case "conditional":
      return (
        reasoning.implies(flat, check.otherwise) &&
        reasoning.implies([...flat, ...check.condition], check.then)
      );
    default:
      return false;
  }
}

/** Whether values of one type that pass checks pass another check for that type. */
function impliesOfType(
  type: JsonType,
  premise: Conjunction,
  check: Check,
  reasoning: Reasoning,
): boolean {
  const { flat } = premise;
  const own = premise.of(type);
  if (premise.has(check, type)) return true;
  switch (check.kind) {
    case "bound":
      return impliesBound(own, check);
    case "size":
      return impliesSize(own, check);
    case "multipleOf":
      return (
        own.some(
          (each) => each.kind === "multipleOf" && isMultipleOf(each.divisor, check.divisor),
        ) ||
        (isMultipleOf(1, check.divisor) && premise.types?.includes("number") === false)
      );
    case "items":
      return own.some(
        (each) =>
          each.kind === "items" &&
          each.from <= check.from &&
          reasoning.implies(each.checks, check.checks),
      );
    case "required":
    case "property":
    case "additional":
    case "matching":
    case "names":
      return impliesMembers(membersOf(premise, reasoning), check, reasoning);
    case "any":
    case "not":
    case "conditional":
      return reasoning.implies([...flat, { kind: "types", types: [type] }], [check]);
    default:
      return false;
  }
}

function impliesBound(own: Checks, check: CheckOf<"bound">): boolean {
  const { least, most } = numberLimits(own);
  const known = isLower(check) ? least : most;
  if (known === undefined) return false;
  if (known.limit === check.limit) return isExclusive(known) || !isExclusive(check);
  return isLower(check) ? known.limit > check.limit : known.limit < check.limit;
}

function impliesSize(own: Checks, check: CheckOf<"size">): boolean {
  const { least, most } = sizeLimits(own);
  return check.keyword.startsWith("min")
    ? check.limit === 0 || (least !== undefined && least.limit >= check.limit)
    : most !== undefined && most.limit <= check.limit;
}
