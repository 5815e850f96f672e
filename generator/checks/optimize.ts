import type { Place } from "../core/place.js";
import { isOfType, type JsonType, jsonTypeOf, type SchemaType } from "../core/json-type.js";
import { isJsonArray, isJsonObject, type Json } from "../core/json.js";
import type { Check, Checks, Evaluated } from "./check.js";

/**
 * Brings checks to the form that is printed: one type test at most, under it what concerns each
 * type, no check twice and none that another one decides already.
 */
export function optimize(checks: Checks): Checks {
  if (checks.length === 0) return checks;
  const known = optimized.get(checks);
  if (known !== undefined) return known;
  const result = optimizeUnknown(checks);
  optimized.set(checks, result);
  // What is optimised stays as it is.
  if (result !== checks) optimized.set(result, result);
  return result;
}

/** The same checks are optimised once, so that the result is the same one too. */
const optimized = new WeakMap<Checks, Checks>();

function optimizeUnknown(checks: Checks): Checks {
  const [only, ...others] = checks;
  if (only !== undefined && others.length === 0) {
    // Most lists say no more than this.
    if (only.kind === "call") return checks;
    if (only.kind === "types" && only.types.length > 0) return [casesOf(only.types, [], only.at)];
  }
  const simplified = checks.flatMap(simplify);
  const never = simplified.find(({ kind }) => kind === "never");
  if (never !== undefined) return [never];
  return orderByCost(mergeTypes(simplified));
}

/** What is left of checks for a value that is known to have a type. */
export function specialize(checks: Checks, type: JsonType): Checks {
  return checks.flatMap((check): Checks => {
    if (check.kind === "equals") {
      const values = check.values.filter((value) => jsonTypeOf(value) === type);
      return values.length === 0
        ? [{ kind: "never", keyword: check.keyword, ...located(check.at) }]
        : [{ ...check, values }];
    }
    if (check.kind !== "cases") return [check];
    const { types, cases } = check;
    const tests = types?.filter(
      (name) => name === type || (name === "integer" && type === "number"),
    );
    if (tests?.length === 0) {
      return [{ kind: "types", types: types ?? [], ...located(check.at) }];
    }
    const inner = cases.get(type) ?? [];
    return tests?.includes(type) === false
      ? [{ ...check, types: tests, cases: new Map([[type, inner]]) }]
      : inner;
  });
}

/** One check with everything inside it optimised; nothing, if it always holds. */
function simplify(check: Check): Checks {
  switch (check.kind) {
    case "when": {
      const checks = mergeProperties(check.checks.flatMap(simplify));
      return checks.length === 0 ? [] : [{ ...check, checks }];
    }
    case "dependent":
    case "item":
    case "items":
    case "matching":
    case "additional": {
      const checks = optimize(check.checks);
      return checks.length === 0 ? [] : [{ ...check, checks }];
    }
    case "unevaluated": {
      const evaluated = optimizeEvaluated(check.evaluated);
      const checks = optimize(check.checks);
      const isAll = evaluated.some(({ kind }) => kind === "all");
      return isAll || checks.length === 0 ? [] : [{ ...check, evaluated, checks }];
    }
    case "names": {
      const checks = specialize(optimize(check.checks), "string");
      return checks.length === 0 ? [] : [{ ...check, checks }];
    }
    case "property": {
      const checks = optimize(check.checks);
      return [checks === check.checks ? check : { ...check, checks }];
    }
    case "contains":
      return simplifyContains(check, optimize(check.checks));
    case "switch":
      return [
        {
          ...check,
          cases: check.cases.map(({ values, checks }) => ({ values, checks: optimize(checks) })),
        },
      ];
    case "any":
      return simplifyAny(check.branches.map(optimize), check.at);
    case "one":
      return simplifyOne(check.branches.map(optimize), check.at);
    case "not":
      return simplifyNot(optimize(check.checks), check.at);
    case "conditional":
      return simplifyConditional(check);
    case "equals":
      return check.values.length === 0
        ? [{ kind: "never", keyword: check.keyword, ...located(check.at) }]
        : [check];
    default:
      return [check];
  }
}

function simplifyContains(check: Extract<Check, { kind: "contains" }>, checks: Checks): Checks {
  const { minimum, maximum } = check;
  const at = located(check.at);
  if (minimum === 0 && maximum === undefined) return [];
  if (isNever(checks)) return minimum === 0 ? [] : [{ kind: "never", keyword: "contains", ...at }];
  // Where every item counts, it is their number that is bounded.
  if (checks.length > 0) return [{ ...check, checks }];
  return [
    { kind: "size", keyword: "minItems", limit: minimum, ...at },
    ...(maximum === undefined
      ? []
      : [{ kind: "size", keyword: "maxItems", limit: maximum, ...at } satisfies Check]),
  ];
}

/** The same with the checks inside optimised. */
export function optimizeEvaluated(all: readonly Evaluated[]): readonly Evaluated[] {
  const kept = all.map((evaluated): Evaluated => {
    switch (evaluated.kind) {
      case "passing":
        return { kind: "passing", checks: optimize(evaluated.checks) };
      case "depending":
        return {
          kind: "depending",
          condition: optimize(evaluated.condition),
          then: optimizeEvaluated(evaluated.then),
          otherwise: optimizeEvaluated(evaluated.otherwise),
        };
      default:
        return evaluated;
    }
  });
  return kept.filter(
    (evaluated) =>
      evaluated.kind !== "depending" || evaluated.then.length + evaluated.otherwise.length > 0,
  );
}

function simplifyConditional(check: Extract<Check, { kind: "conditional" }>): Checks {
  const condition = optimize(check.condition);
  const [then, otherwise] = [optimize(check.then), optimize(check.otherwise)];
  if (condition.length === 0) return then;
  if (isNever(condition)) return otherwise;
  return then.length + otherwise.length === 0
    ? []
    : [{ kind: "conditional", condition, then, otherwise }];
}

function simplifyNot(checks: Checks, at: Place | undefined): Checks {
  if (checks.length === 0) return [{ kind: "never", keyword: "not", ...located(at) }];
  return checks.some(({ kind }) => kind === "never")
    ? []
    : [{ kind: "not", checks, ...located(at) }];
}

function simplifyOne(branches: readonly Checks[], at: Place | undefined): Checks {
  const possible = branches.filter((branch) => !isNever(branch));
  const types = possible.flatMap((branch) => [...new Set(typesOfChecks(branch))]);
  const areDisjoint = new Set(types).size === types.length;
  return areDisjoint
    ? simplifyAny(possible, at)
    : [{ kind: "one", branches: possible, ...located(at) }];
}

function simplifyAny(branches: readonly Checks[], at: Place | undefined): Checks {
  const options = branches.filter((branch) => !isNever(branch));
  const possible = withoutCovered(mergeBranches(options, at));
  const [first, ...others] = possible;
  if (first === undefined) return [{ kind: "never", keyword: "anyOf", ...located(at) }];
  if (possible.some((branch) => branch.length === 0)) return [];
  return others.length === 0
    ? first
    : [
        {
          kind: "any",
          branches: [...possible].sort((a, b) => costOf(a) - costOf(b)),
          ...located(at),
        },
      ];
}

/** The place of a check, where it is known. */
export function located(at: Place | undefined): Pick<Check, "at"> {
  return at === undefined ? {} : { at };
}

/**
 * Alternatives without what they say of types of which another one takes every value: that never
 * matters, and the compiler knows it.
 */
function withoutCovered(branches: readonly Checks[]): readonly Checks[] {
  const isPlain = (branch: Checks): boolean =>
    branch.every((check) => check.kind === "cases" && check.cases.size === 0);
  const covered = new Set(
    branches
      .filter(isPlain)
      .flat()
      .flatMap((check) => (check.kind === "cases" ? (check.types ?? []) : [])),
  );
  if (covered.size === 0) return branches;
  return branches
    .map((branch) =>
      isPlain(branch)
        ? branch
        : branch.flatMap((check): Checks => {
            if (check.kind !== "cases") return [check];
            const types = check.types?.filter((type) => !covered.has(type));
            const cases = [...check.cases].filter(([type]) => !covered.has(type));
            if (types?.length === 0) return [{ kind: "never", keyword: "type" }];
            return types === undefined && cases.length === 0
              ? []
              : [casesOf(types, cases, check.at)];
          }),
    )
    .filter((branch) => !isNever(branch));
}

/** Merges alternatives that differ in the type of the value only, or in the literal it equals. */
function mergeBranches(branches: readonly Checks[], at: Place | undefined): readonly Checks[] {
  const merged: Checks[] = [];
  // Where alternatives stand in the list, by what decides whether another one can be merged with them.
  const places = new Map<string, number[]>();
  for (const branch of mergeLiterals(branches, at)) {
    const key = mergeKey(branch);
    if (key === undefined) {
      merged.push(branch);
      continue;
    }
    const place = firstMergeable(branch, merged, [...places.values()], at);
    const pair = place === undefined ? undefined : mergePair(merged[place], branch, at);
    if (place === undefined || pair === undefined) {
      addPlace(places, key, merged.length);
      merged.push(branch);
    } else {
      places.get(mergeKey(merged[place] ?? []) ?? "")?.shift();
      addPlace(places, mergeKey(pair) ?? "", place);
      merged[place] = pair;
    }
  }
  return merged;
}

/** The first place where an alternative can be merged. All places of one list are alike. */
function firstMergeable(
  branch: Checks,
  merged: readonly Checks[],
  places: readonly (readonly number[])[],
  at: Place | undefined,
): number | undefined {
  const possible = places.flatMap(([place]) =>
    place !== undefined && mergePair(merged[place], branch, at) !== undefined ? [place] : [],
  );
  return possible.length === 0 ? undefined : Math.min(...possible);
}

function addPlace(places: Map<string, number[]>, key: string, place: number): void {
  const list = places.get(key) ?? [];
  places.set(key, list);
  const isLast = place > (list.at(-1) ?? -1);
  list.push(place);
  if (!isLast) list.sort((left, right) => left - right);
}

/** What decides which alternatives can be merged with one: its types; undefined, if none can. */
function mergeKey(branch: Checks): string | undefined {
  const cases = typedCases(branch);
  return cases && `${[...cases.types].sort().join()} ${cases.cases.size === 0 ? "only" : ""}`;
}

/** An alternative that is a single test of types, with cases. */
function typedCases(branch: Checks = []): TypedCases | undefined {
  const [check, ...others] = branch;
  if (check?.kind !== "cases" || check.types === undefined || others.length > 0) return undefined;
  return { types: check.types, cases: check.cases };
}

interface TypedCases {
  readonly types: readonly SchemaType[];
  readonly cases: ReadonlyMap<JsonType, Checks>;
}

function mergePair(
  left: Checks | undefined,
  right: Checks,
  at: Place | undefined,
): Checks | undefined {
  const [a, b] = [typedCases(left), typedCases(right)];
  if (a === undefined || b === undefined) return undefined;
  // Where nothing but the type counts, it does not matter that a type is named twice.
  if (a.cases.size + b.cases.size === 0) {
    const types = [...new Set([...a.types, ...b.types])];
    const covered = types.filter((type) => type !== "integer" || !types.includes("number"));
    return [casesOf(covered, [], at)];
  }
  const bTypes = new Set(b.types.map(caseOf));
  if (a.types.some((type) => bTypes.has(caseOf(type)))) return undefined;
  return [casesOf([...a.types, ...b.types], [...a.cases, ...b.cases], at)];
}

/** Alternatives that are nothing but literals as one, where the first of them stands. */
function mergeLiterals(branches: readonly Checks[], at: Place | undefined): readonly Checks[] {
  const values = branches.map(literalsOf);
  const [first, ...others] = values.flatMap((some, index) => (some === undefined ? [] : [index]));
  if (first === undefined || others.length === 0) return branches;
  const all = uniqueValues(values.flatMap((some) => some ?? []));
  const equals: Check = { kind: "equals", keyword: "enum", values: all, ...located(at) };
  return branches.flatMap((branch, index) =>
    index === first ? [[equals]] : values[index] === undefined ? [branch] : [],
  );
}

/** The values that alone are valid by an alternative, if it says nothing else. */
function literalsOf([check, ...others]: Checks): readonly Json[] | undefined {
  return check?.kind === "equals" && others.length === 0 ? check.values : undefined;
}

/** All `types` and `when` checks of a list, as one `cases` check. */
function mergeTypes(checks: Checks): Checks {
  let types: readonly SchemaType[] | undefined;
  let at: Place | undefined;
  const cases = new Map<JsonType, Checks>();
  const others: Check[] = [];
  for (const check of checks) {
    switch (check.kind) {
      case "types":
        types = types === undefined ? check.types : intersectTypes(types, check.types);
        at ??= check.at;
        break;
      case "when":
        cases.set(check.type, both(cases.get(check.type), check.checks));
        break;
      case "cases":
        if (check.types !== undefined) {
          types = types === undefined ? check.types : intersectTypes(types, check.types);
          at ??= check.at;
        }
        for (const [type, inner] of check.cases) {
          cases.set(type, both(cases.get(type), inner));
        }
        break;
      default:
        others.push(check);
    }
  }
  if (types?.length === 0) return [{ kind: "never", keyword: "type", ...located(at) }];
  const [equals, ...more] = others.filter((check) => check.kind === "equals");
  if (equals !== undefined) {
    // What a literal decides needs no type test.
    const allowed = more.map((other) => new Set(other.values.map(keyOfValue)));
    const values = equals.values.filter(
      (value) =>
        (types === undefined || types.some((type) => isOfType(value, type))) &&
        allowed.every((keys) => keys.has(keyOfValue(value))),
    );
    if (values.length === 0) {
      return [{ kind: "never", keyword: equals.keyword, ...located(equals.at) }];
    }
    const types_ = new Set(values.map(jsonTypeOf));
    const relevant = [...cases].filter(([type]) => types_.has(type));
    return [
      { ...equals, values },
      ...others.filter((check) => check.kind !== "equals"),
      ...(relevant.length === 0 ? [] : [casesOf(undefined, relevant, at)]),
    ];
  }
  if (types === undefined && cases.size === 0) return others;
  const possible = types?.map(caseOf);
  const relevant = [...cases].filter(([type]) => possible?.includes(type) ?? true);
  return [casesOf(types, relevant, at), ...others];
}

/** Checks that must hold together: the same list, where the other one is empty. */
function both(left: Checks = [], right: Checks): Checks {
  if (left.length === 0) return right;
  return right.length === 0 ? left : [...left, ...right];
}

function casesOf(
  types: readonly SchemaType[] | undefined,
  cases: readonly (readonly [JsonType, Checks])[],
  at: Place | undefined,
): Check {
  return {
    kind: "cases",
    ...located(at),
    ...(types !== undefined && { types }),
    cases: new Map(cases.map(([type, checks]) => [type, mergeProperties(checks)])),
  };
}

/** What is said about one property in several places. */
interface MergedProperty {
  readonly required: boolean;
  readonly at: Place | undefined;
  readonly checks: Checks;
}

/** What is said about one property in several places, together, where it is named first. */
function mergeProperties(checks: Checks): Checks {
  if (areMerged(checks)) return checks;
  const properties = new Map<string, MergedProperty>();
  for (const check of checks) {
    if (check.kind !== "property" && check.kind !== "required") continue;
    const known = properties.get(check.name);
    const isRequired = check.kind === "required" || check.required;
    properties.set(check.name, {
      required: known?.required === true || isRequired,
      // A property that is missing breaks what requires it.
      at: known?.required === true ? known.at : isRequired ? check.at : known?.at,
      checks: both(known?.checks, check.kind === "property" ? check.checks : []),
    });
  }
  return checks.flatMap((check): Checks => {
    if (check.kind !== "property" && check.kind !== "required") return [check];
    const { name } = check;
    const property = properties.get(name);
    properties.delete(name);
    if (property === undefined) return [];
    const { required } = property;
    const at = located(property.at);
    const inner = optimize(property.checks);
    if (inner.length > 0) return [{ kind: "property", name, required, checks: inner, ...at }];
    return required ? [{ kind: "required", name, ...at }] : [];
  });
}

/** Whether nothing is said of a property twice, and all that is said is optimised. */
function areMerged(checks: Checks): boolean {
  const names = new Set<string>();
  for (const check of checks) {
    if (check.kind !== "property" && check.kind !== "required") continue;
    if (names.has(check.name)) return false;
    names.add(check.name);
    if (check.kind === "required") continue;
    if (check.checks.length === 0 || optimized.get(check.checks) !== check.checks) return false;
  }
  return true;
}

/** Cheap and selective checks first, calls of other guards last. */
function orderByCost(checks: Checks): Checks {
  if (checks.length <= 1) return checks;
  return [...checks].sort((left, right) => costOfOne(left) - costOfOne(right));
}

function costOf(checks: Checks): number {
  return Math.max(...checks.map(costOfOne));
}

function costOfOne({ kind }: Check): number {
  return costs[kind] ?? 1;
}

const costs: Partial<Record<Check["kind"], number>> = {
  cases: 0,
  equals: 0,
  not: 2,
  conditional: 2,
  any: 3,
  one: 3,
  call: 4,
};

/** The JSON types that checks leave possible, as far as can be told without other models. */
function typesOfChecks(checks: Checks): readonly JsonType[] {
  for (const check of checks) {
    if (check.kind === "cases" && check.types !== undefined) return check.types.map(caseOf);
    if (check.kind === "equals") return check.values.map(jsonTypeOf);
  }
  return ["string", "number", "boolean", "array", "object", "null"];
}

/** Whether nothing passes. */
export function isNever(checks: Checks): boolean {
  return checks.some(({ kind }) => kind === "never");
}

function intersectTypes(
  left: readonly SchemaType[],
  right: readonly SchemaType[],
): readonly SchemaType[] {
  const narrower = (type: SchemaType, others: readonly SchemaType[]): boolean =>
    others.includes(type) || (type === "integer" && others.includes("number"));
  return [
    ...left.filter((type) => narrower(type, right)),
    ...right.filter((type) => !left.includes(type) && narrower(type, left)),
  ];
}

/** The case that concerns values of a type. */
export function caseOf(type: SchemaType): JsonType {
  return type === "integer" ? "number" : type;
}

function uniqueValues(values: readonly Json[]): readonly Json[] {
  const unique = new Map<string, Json>();
  for (const value of values) {
    const key = keyOfValue(value);
    if (!unique.has(key)) unique.set(key, value);
  }
  return [...unique.values()];
}

/** A text that is the same for equal values, and for no others. */
function keyOfValue(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(keyOfValue).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${keyOfValue(member)}`,
  );
  return `{${members.sort().join()}}`;
}
