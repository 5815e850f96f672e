import type { SchemaId } from "../core/schema-id.js";
import { isOfType, jsonTypeOf } from "../core/json-type.js";
import { isJsonArray, isJsonObject, ownMember, type Json, type JsonObject } from "../core/json.js";
import { matchesPattern } from "../core/patterns/match.js";
import { isUnique } from "../runtime/unique.js";
import { codePointLength, isEqual, isMultipleOf } from "../runtime/values.js";
import * as formatFunctions from "./format-functions.js";
import type {
  BoundKeyword,
  Check,
  CheckOf,
  Checks,
  Evaluated,
  EvaluationTarget,
  SizeKeyword,
} from "./check.js";

/** The models that checks refer to. */
export interface CheckedModels {
  /** The checks of the guard of a model. */
  readonly checksOf: (model: SchemaId) => Checks;
  /** What the schema of a model evaluates. */
  readonly evaluatedBy: (model: SchemaId, target: EvaluationTarget) => readonly Evaluated[];
}

/**
 * Whether a value passes checks, as a guard with these checks decides it.
 *
 * @param effort How many lists of checks may be evaluated. Default: any number.
 * @returns undefined, if that is not enough, if a pattern could take too long, or if the checks are
 *   nested too deeply. Chains of models that only refer to each other, or extend each other, may
 *   have any length.
 * @throws {Error} If a check for one type is applied to a value of another type, which no keyword
 *   does.
 */
export function accepts(
  checks: Checks,
  value: Json,
  models: CheckedModels,
  effort?: number,
): boolean | undefined {
  try {
    return new Evaluation(models, effort ?? Infinity).passes(checks, value);
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

/** How deeply checks may be nested: through references, a document decides the depth. */
const deepest = 500;

class TooMuch extends Error {}

/** Evaluates checks for one value, and remembers the verdicts on the values inside it. */
class Evaluation {
  readonly #models: CheckedModels;
  readonly #known = new Map<Checks, Map<Json, boolean>>();
  #depth = 0;
  #effort: number;

  constructor(models: CheckedModels, effort: number) {
    this.#models = models;
    this.#effort = effort;
  }

  passes(checks: Checks, value: Json): boolean {
    if (checks.length === 0) return true;
    let results = this.#known.get(checks);
    if (results === undefined) {
      results = new Map();
      this.#known.set(checks, results);
    }
    const known = results.get(value);
    if (known !== undefined) return known;
    if (this.#depth >= deepest) throw new TooMuch();
    this.#depth += 1;
    const result = this.#passesAll(checks, value);
    this.#depth -= 1;
    results.set(value, result);
    return result;
  }

  /** Follows calls of guards in a loop: there may be more of them than the stack allows. */
  #passesAll(checks: Checks, value: Json): boolean {
    const called = new Set<SchemaId>();
    const lists = [checks];
    for (const list of lists) {
      if ((this.#effort -= 1) < 0) throw new TooMuch();
      for (const check of list) {
        if (check.kind !== "call") {
          if (!applyMeaning(check.kind, check, value, this)) return false;
        } else if (!called.has(check.model)) {
          called.add(check.model);
          lists.push(this.#models.checksOf(check.model));
        }
      }
    }
    return true;
  }

  /** Whether keywords have evaluated one property or item of a value. */
  isEvaluated(
    all: readonly Evaluated[],
    whole: Json,
    { target, key }: { readonly target: EvaluationTarget; readonly key: string | number },
    part: Json,
  ): boolean {
    const called = new Set<SchemaId>();
    const lists = [all];
    for (const list of lists) {
      for (const evaluated of list) {
        switch (evaluated.kind) {
          case "all":
            return true;
          case "named":
            if (decided(isNamed(String(key), evaluated.names, evaluated.patterns))) return true;
            break;
          case "first":
            if (Number(key) < evaluated.count) return true;
            break;
          case "passing":
            if (this.passes(evaluated.checks, part)) return true;
            break;
          case "depending":
            lists.push(
              this.passes(evaluated.condition, whole) ? evaluated.then : evaluated.otherwise,
            );
            break;
          case "model":
            if (!called.has(evaluated.model)) {
              called.add(evaluated.model);
              lists.push(this.#models.evaluatedBy(evaluated.model, target));
            }
        }
      }
    }
    return false;
  }
}

type CheckKind = Exclude<Check["kind"], "call">;

function applyMeaning<K extends CheckKind>(
  kind: K,
  check: CheckOf<K>,
  value: Json,
  trial: Evaluation,
): boolean {
  return meanings[kind](check, value, trial);
}

type Meaning<K extends CheckKind> = (check: CheckOf<K>, value: Json, trial: Evaluation) => boolean;

/** Whether a value passes a check, by the kind of the check. */
const meanings: { readonly [K in CheckKind]: Meaning<K> } = {
  never: () => false,
  types: ({ types }, value) => types.some((type) => isOfType(value, type)),
  when: ({ type, checks }, value, trial) =>
    jsonTypeOf(value) !== type || trial.passes(checks, value),
  cases: ({ types, cases }, value, trial) =>
    (types?.some((type) => isOfType(value, type)) ?? true) &&
    trial.passes(cases.get(jsonTypeOf(value)) ?? [], value),
  equals: ({ values }, value) => values.some((other) => isEqual(value, other)),
  bound: ({ keyword, limit }, value) => bounds[keyword](numberIn(value), limit),
  multipleOf: ({ divisor }, value) => isMultipleOf(numberIn(value), divisor),
  size: ({ keyword, limit }, value) => sizes[keyword](value, limit),
  pattern: ({ pattern }, value) => decided(matchesPattern(pattern, stringIn(value))),
  format: ({ test }, value) =>
    typeof test === "string"
      ? formatFunctions[test](stringIn(value))
      : decided(matchesPattern(test.source, stringIn(value))),
  unique: (_check, value) => isUnique(itemsIn(value)),
  item: ({ index, checks }, value, trial) => {
    const item = itemsIn(value)[index];
    return item === undefined || trial.passes(checks, item);
  },
  items: ({ from, checks }, value, trial) =>
    itemsIn(value)
      .slice(from)
      .every((item) => trial.passes(checks, item)),
  contains: ({ checks, minimum, maximum = Infinity }, value, trial) => {
    const count = itemsIn(value).filter((item) => trial.passes(checks, item)).length;
    return count >= minimum && count <= maximum;
  },
  required: ({ name }, value) => Object.hasOwn(objectIn(value), name),
  property: ({ name, required, checks }, value, trial) => {
    const member = ownMember(objectIn(value), name);
    return member === undefined ? !required : trial.passes(checks, member);
  },
  matching: ({ pattern, checks }, value, trial) =>
    membersIn(value).every(
      ([name, member]) => !decided(matchesPattern(pattern, name)) || trial.passes(checks, member),
    ),
  additional: ({ names, patterns, checks }, value, trial) =>
    membersIn(value).every(
      ([name, member]) => decided(isNamed(name, names, patterns)) || trial.passes(checks, member),
    ),
  unevaluated: ({ target, evaluated, checks }, value, trial) => {
    const parts: readonly (readonly [string | number, Json])[] =
      target === "items" ? [...itemsIn(value).entries()] : membersIn(value);
    return parts.every(
      ([key, part]) =>
        trial.isEvaluated(evaluated, value, { target, key }, part) || trial.passes(checks, part),
    );
  },
  names: ({ checks }, value, trial) =>
    membersIn(value).every(([name]) => trial.passes(checks, name)),
  dependent: ({ name, checks }, value, trial) =>
    !Object.hasOwn(objectIn(value), name) || trial.passes(checks, value),
  any: ({ branches }, value, trial) => branches.some((branch) => trial.passes(branch, value)),
  one: ({ branches }, value, trial) =>
    branches.filter((branch) => trial.passes(branch, value)).length === 1,
  switch: ({ name, cases }, value, trial) => {
    const tag = ownMember(objectIn(value), name);
    return cases.some(
      ({ values, checks }) =>
        typeof tag === "string" && values.includes(tag) && trial.passes(checks, value),
    );
  },
  not: ({ checks }, value, trial) => !trial.passes(checks, value),
  conditional: ({ condition, then, otherwise }, value, trial) =>
    trial.passes(trial.passes(condition, value) ? then : otherwise, value),
};

const bounds: Readonly<Record<BoundKeyword, (value: number, limit: number) => boolean>> = {
  minimum: (value, limit) => value >= limit,
  maximum: (value, limit) => value <= limit,
  exclusiveMinimum: (value, limit) => value > limit,
  exclusiveMaximum: (value, limit) => value < limit,
};

const sizes: Readonly<Record<SizeKeyword, (value: Json, limit: number) => boolean>> = {
  minLength: (value, limit) => codePointLength(stringIn(value)) >= limit,
  maxLength: (value, limit) => codePointLength(stringIn(value)) <= limit,
  minItems: (value, limit) => itemsIn(value).length >= limit,
  maxItems: (value, limit) => itemsIn(value).length <= limit,
  minProperties: (value, limit) => membersIn(value).length >= limit,
  maxProperties: (value, limit) => membersIn(value).length <= limit,
};

/**
 * Whether names or patterns include a property.
 *
 * @returns undefined, if the test could take too long.
 */
export function isNamed(
  name: string,
  names: readonly string[],
  patterns: readonly string[],
): boolean | undefined {
  if (names.includes(name)) return true;
  const results = patterns.map((pattern) => matchesPattern(pattern, name));
  return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
}

function decided(result: boolean | undefined): boolean {
  if (result === undefined) throw new TooMuch();
  return result;
}

function numberIn(value: Json): number {
  return typeof value === "number" ? value : fail("a number", value);
}

function stringIn(value: Json): string {
  return typeof value === "string" ? value : fail("a string", value);
}

function itemsIn(value: Json): readonly Json[] {
  return isJsonArray(value) ? value : fail("an array", value);
}

function objectIn(value: Json): JsonObject {
  return isJsonObject(value) ? value : fail("an object", value);
}

function membersIn(value: Json): readonly [string, Json][] {
  return Object.entries(objectIn(value));
}

function fail(expected: string, value: Json): never {
  throw new Error(`A check of ${expected} was applied to another value: ${JSON.stringify(value)}`);
}
