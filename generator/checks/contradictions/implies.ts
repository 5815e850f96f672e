import { jsonTypes, type JsonType, type SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { isMultipleOf } from "../../runtime/values.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { Conjunction } from "./conjunction.js";
import { mentioning } from "./mention.js";
import { asObjectCheck, consequencesOf } from "./consequences.js";
import { optionsOfCheck } from "./options-of-check.js";
import { certainlyEvaluated } from "./evaluated.js";
import { hasNoItemAt, impliesItems } from "./implies-items.js";
import { sizeLimits } from "./limits.js";
import { impliesMembers } from "./implies-members.js";
import { membersOf } from "./members.js";
import { isExclusive, isLower, numberLimits } from "./numbers.js";
import type { Reasoning } from "./reasoning.js";
import { isSameCheck } from "./same-check.js";

/**
 * Whether every value that passes some checks passes others. True is certain; false means that it
 * could not be proved.
 */
export function implies(left: Checks, right: Checks, reasoning: Reasoning): boolean {
  if (right.length === 0) return true;
  const premise = reasoning.conjunction(left);
  const called = [...premise.called];
  const wanted = new Conjunction([right], reasoning.models, (model) =>
    called.some((known) => reasoning.isContained(known, model, left)),
  );
  if (!wanted.isComplete) return false;
  if (wanted.flat.length === 0) return true;
  const values = finiteValues(premise);
  if (values !== undefined) {
    return values
      .filter((value) => reasoning.accepts(premise.flat, value) !== false)
      .every((value) => reasoning.accepts(right, value) === true);
  }
  const isImplied = wanted.cheapFirst.every(
    (check) =>
      impliesCheck(left, premise, check, reasoning) ||
      byOptions(premise, check, reasoning) ||
      byTypes(left, premise, check, reasoning),
  );
  if (isImplied || !reasoning.isThorough) return isImplied;
  const more = consequencesOf(premise, reasoning);
  return more.length > 0 && reasoning.implies([...left, ...more], right);
}

/** Returns all values that may pass if they are few, or undefined. */
function finiteValues({ flat, jsonTypes: types }: Conjunction): readonly Json[] | undefined {
  const equals = flat.find((check) => check.kind === "equals");
  if (equals !== undefined) return equals.values;
  if (!types.every((type) => type === "null" || type === "boolean")) return undefined;
  return types.flatMap((type): readonly Json[] => (type === "null" ? [null] : [true, false]));
}

/** Whether each option of one check implies another check. */
function byOptions({ flat, whole }: Conjunction, check: Check, reasoning: Reasoning): boolean {
  return flat.some((each) => {
    const options = alternativesOf(each, reasoning);
    if (options.length === 0 || options.length > maxOptions) return false;
    const others = whole.filter((other) => other !== each);
    // A value that passes one option may hold what another one describes.
    const mention = mentioning([each]);
    return options.every(
      (option) =>
        reasoning.implies([...others, ...option, ...mention], [check]) ||
        reasoning.whyEmptyTogether([option], others) !== undefined,
    );
  });
}

/** The options of a check of which every value passes one; an empty list, if it offers none. */
function alternativesOf(check: Check, { isThorough }: Reasoning): readonly Checks[] {
  switch (check.kind) {
    case "any":
    case "switch":
      return optionsOfCheck(check);
    case "one":
      return !isThorough || check.branches.length > mostExclusive
        ? check.branches
        : check.branches.map((branch, index) => [
            ...branch,
            ...check.branches
              .filter((_other, at) => at !== index)
              .map((other): Check => ({ kind: "not", checks: other })),
          ]);
    case "conditional":
      if (!isThorough) return [];
      return [
        [...check.condition, ...check.then],
        [{ kind: "not", checks: check.condition }, ...check.otherwise],
      ];
    default:
      return [];
  }
}

/** How many options may exclude each other in a proof. */
const mostExclusive = 3;

/** Whether the values of each type pass a check that offers alternatives. */
function byTypes(
  left: Checks,
  { jsonTypes: types, isListed }: Conjunction,
  check: Check,
  reasoning: Reasoning,
): boolean {
  if (types.length < 2 || isListed || !alternatives.has(check.kind)) return false;
  return types.every((type) =>
    reasoning.implies([...left, { kind: "types", types: [type] }], [check]),
  );
}

const alternatives: ReadonlySet<Check["kind"]> = new Set([
  "any",
  "one",
  "switch",
  "conditional",
  "not",
]);

const maxOptions = 10;

function isWithin(type: SchemaType, types: readonly SchemaType[]): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

function impliesCheck(
  left: Checks,
  premise: Conjunction,
  check: Check,
  reasoning: Reasoning,
): boolean {
  const { flat } = premise;
  if (premise.has(check)) return true;
  switch (check.kind) {
    case "types":
      return (premise.types ?? jsonTypes).every(
        (type) =>
          isWithin(type, check.types) ||
          (type === "number" && check.types.includes("integer") && hasWholeDivisor(premise)),
      );
    case "when":
      if (!premise.jsonTypes.includes(check.type)) return true;
      return check.checks.every((inner) => impliesOfType(check.type, premise, inner, reasoning));
    case "any":
      return check.branches.some((branch) => reasoning.implies(left, branch));
    case "one":
      return impliesOne(left, check.branches, reasoning);
    case "switch":
      return optionsOfCheck(check).some((option) => reasoning.implies(left, option));
    case "not":
      return reasoning.whyEmptyTogether([check.checks], flat) !== undefined;
    case "conditional":
      return (
        reasoning.implies(
          [...premise.whole, { kind: "not", checks: check.condition }],
          check.otherwise,
        ) && reasoning.implies([...premise.whole, ...check.condition], check.then)
      );
    default:
      return false;
  }
}

/** Whether every value that passes some checks passes exactly one of several options. */
function impliesOne(left: Checks, branches: readonly Checks[], reasoning: Reasoning): boolean {
  return branches.some(
    (branch, index) =>
      reasoning.implies(left, branch) &&
      branches.every(
        (other, at) => at === index || reasoning.whyEmptyTogether([other], left) !== undefined,
      ),
  );
}

/** Whether values of one type that pass checks pass another check for that type. */
function impliesOfType(
  type: JsonType,
  premise: Conjunction,
  check: Check,
  reasoning: Reasoning,
): boolean {
  const { whole } = premise;
  const own = premise.of(type);
  if (premise.has(check, type)) return true;
  switch (check.kind) {
    case "bound":
      return impliesBound(own, check, isInteger(premise));
    case "size":
      return impliesSize(premise, own, check, reasoning);
    case "multipleOf":
      return (
        own.some(
          (each) => each.kind === "multipleOf" && isMultipleOf(each.divisor, check.divisor),
        ) ||
        (isMultipleOf(1, check.divisor) && isInteger(premise))
      );
    case "unique":
      return (sizeLimits(own).most?.limit ?? Infinity) <= 1;
    case "item":
    case "items":
    case "contains":
      return impliesItems(premise, check, reasoning);
    case "dependent":
      return impliesDependent(premise, check, reasoning);
    case "unevaluated":
      return impliesEvaluated(premise, check, reasoning);
    case "required":
    case "property":
    case "additional":
    case "matching":
    case "names":
      return impliesMembers(premise, check, reasoning, sizeLimits(own).most?.limit === 0);
    case "any":
    case "one":
    case "switch":
    case "not":
    case "conditional":
      return reasoning.implies([...whole, { kind: "types", types: [type] }], [check]);
    default:
      return false;
  }
}

/** Whether objects that pass checks pass those that depend on a property. */
function impliesDependent(
  premise: Conjunction,
  { name, checks }: CheckOf<"dependent">,
  reasoning: Reasoning,
): boolean {
  const members = membersOf(premise, reasoning);
  const known = members.dependentsOf(name).flatMap((each) => each.checks);
  const present: Checks = [{ kind: "required", name }, ...known];
  const left: Checks = [
    ...premise.whole,
    { kind: "types", types: ["object"] },
    { kind: "when", type: "object", checks: present },
  ];
  return (
    reasoning.whyEmptyTogether(members.of(name).map((each) => each.checks)) !== undefined ||
    reasoning.implies(left, checks.map(asObjectCheck))
  );
}

/** Whether all properties that are not certainly evaluated pass. */
function impliesEvaluated(
  premise: Conjunction,
  check: CheckOf<"unevaluated">,
  reasoning: Reasoning,
): boolean {
  const { target, evaluated, checks } = check;
  const certain = certainlyEvaluated(evaluated, target, reasoning.models);
  if (certain.isAll || impliesUnevaluated(premise, check, reasoning)) return true;
  if (target === "items") {
    const rest: CheckOf<"items"> = { kind: "items", keyword: "", from: certain.first, checks };
    return impliesItems(premise, rest, reasoning);
  }
  const { names, patterns } = certain;
  const rest: CheckOf<"additional"> = { kind: "additional", names: [...names], patterns, checks };
  return impliesMembers(premise, rest, reasoning);
}

/** Whether a check of the same properties or items is stricter. */
function impliesUnevaluated(
  premise: Conjunction,
  check: CheckOf<"unevaluated">,
  reasoning: Reasoning,
): boolean {
  return premise
    .of(check.target === "items" ? "array" : "object")
    .some(
      (each) =>
        each.kind === "unevaluated" &&
        isSameCheck({ ...each, checks: check.checks }, check) &&
        reasoning.impliesPlainly(each.checks, check.checks),
    );
}

/** Whether all numbers have to be multiples of a whole number. */
function hasWholeDivisor(premise: Conjunction): boolean {
  return premise
    .of("number")
    .some((check) => check.kind === "multipleOf" && isMultipleOf(check.divisor, 1));
}

function isInteger({ types }: Conjunction): boolean {
  return types?.includes("number") === false;
}

function impliesBound(own: Checks, check: CheckOf<"bound">, isWhole: boolean): boolean {
  const { least, most } = numberLimits(own);
  const known = isLower(check) ? least : most;
  if (known === undefined) return false;
  const sign = isLower(check) ? 1 : -1;
  const [left, right] = [known, check].map((bound) => extremeOf(bound, sign, isWhole));
  if (left === undefined || right === undefined) return false;
  if (left.limit === right.limit) return left.isExclusive || !right.isExclusive;
  return sign * left.limit > sign * right.limit;
}

/** The least number, or the greatest one, within a bound; among whole numbers it is never exclusive. */
function extremeOf(
  bound: CheckOf<"bound">,
  sign: 1 | -1,
  isWhole: boolean,
): { readonly limit: number; readonly isExclusive: boolean } {
  const { limit } = bound;
  const exclusive = isExclusive(bound);
  if (!isWhole || !Number.isSafeInteger(Math.trunc(limit)))
    return { limit, isExclusive: exclusive };
  const nearest = sign === 1 ? Math.ceil(limit) : Math.floor(limit);
  return {
    limit: exclusive && Number.isInteger(limit) ? limit + sign : nearest,
    isExclusive: false,
  };
}

function impliesSize(
  premise: Conjunction,
  own: Checks,
  check: CheckOf<"size">,
  reasoning: Reasoning,
): boolean {
  const { keyword, limit } = check;
  const { least, most } = sizeLimits(own);
  if (keyword.startsWith("min")) {
    if (limit === 0 || (least !== undefined && least.limit >= limit)) return true;
    if (keyword === "minProperties") return membersOf(premise, reasoning).required.size >= limit;
    return (
      keyword === "minItems" &&
      own.some((each) => each.kind === "contains" && each.minimum >= limit)
    );
  }
  if (most !== undefined && most.limit <= limit) return true;
  if (keyword === "maxItems") return hasNoItemAt(limit, own, reasoning);
  if (keyword !== "maxProperties") return false;
  const only = membersOf(premise, reasoning).onlyNames();
  return only !== undefined && only.names.length <= limit;
}
