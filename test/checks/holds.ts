import type {
  BoundKeyword,
  Check,
  CheckOf,
  Checks,
  Evaluated,
  SizeKeyword,
} from "../../generator/checks/check.js";
import { isOfType, jsonTypeOf } from "../../generator/core/json-type.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import * as formats from "../../generator/runtime/formats.js";

/** The models that a `call` names. */
export type Models = ReadonlyMap<string, Checks>;

/**
 * Whether a value passes checks: what checks mean, in the simplest words.
 *
 * @throws {Error} Where a check for values of one type is applied to a value of another, which
 * printed code does not notice.
 */
export function holds(checks: Checks, value: Json, models: Models): boolean {
  const meaning = meanings(models, value);
  return checks.every((check) => applyMeaning(meaning, check.kind, check));
}

function applyMeaning<K extends Check["kind"]>(
  meaning: Meanings,
  kind: K,
  check: CheckOf<K>,
): boolean {
  return meaning[kind](check);
}

type Meanings = { readonly [K in Check["kind"]]: (check: CheckOf<K>) => boolean };

function meanings(models: Models, value: Json): Meanings {
  const passes = (checks: Checks, inner: Json = value): boolean => holds(checks, inner, models);
  return {
    never: () => false,
    types: ({ types }) => types.some((type) => isOfType(value, type)),
    when: ({ type, checks }) => jsonTypeOf(value) !== type || passes(checks),
    cases: ({ types, cases }) =>
      (types?.some((type) => isOfType(value, type)) ?? true) &&
      passes(cases.get(jsonTypeOf(value)) ?? []),
    equals: ({ values }) => values.some((other) => isEqual(value, other)),
    bound: ({ keyword, limit }) => bounds[keyword](numberIn(value), limit),
    multipleOf: ({ divisor }) => numberIn(value) % divisor === 0,
    size: ({ keyword, limit }) => sizes[keyword](value, limit),
    pattern: ({ pattern }) => new RegExp(pattern, "u").test(stringIn(value)),
    format: ({ test }) =>
      typeof test === "string" ? formats[test](stringIn(value)) : test.test(stringIn(value)),
    unique: () =>
      itemsIn(value).every((item, index, all) =>
        all.slice(0, index).every((other) => !isEqual(item, other)),
      ),
    item: ({ index, checks }) =>
      itemsIn(value)
        .slice(index, index + 1)
        .every((item) => passes(checks, item)),
    items: ({ from, checks }) =>
      itemsIn(value)
        .slice(from)
        .every((item) => passes(checks, item)),
    contains: ({ checks, minimum, maximum = Infinity }) => {
      const count = itemsIn(value).filter((item) => passes(checks, item)).length;
      return count >= minimum && count <= maximum;
    },
    required: ({ name }) => Object.hasOwn(objectIn(value), name),
    property: ({ name, required, checks }) => {
      const members = membersIn(value).filter(([key]) => key === name);
      return (
        !(required && members.length === 0) && members.every(([, member]) => passes(checks, member))
      );
    },
    matching: ({ pattern, checks }) =>
      membersIn(value).every(([name, member]) => !matches(pattern, name) || passes(checks, member)),
    additional: ({ names, patterns, checks }) =>
      membersIn(value).every(
        ([name, member]) => isNamed(name, names, patterns) || passes(checks, member),
      ),
    unevaluated: ({ target, evaluated, checks }) => {
      const parts: readonly (readonly [string | number, Json])[] =
        target === "items" ? [...itemsIn(value).entries()] : membersIn(value);
      return parts.every(
        ([key, part]) => isEvaluated(evaluated, value, key, part, models) || passes(checks, part),
      );
    },
    names: ({ checks }) => membersIn(value).every(([name]) => passes(checks, name)),
    dependent: ({ name, checks }) => !Object.hasOwn(objectIn(value), name) || passes(checks),
    any: ({ branches }) => branches.some((branch) => passes(branch)),
    one: ({ branches }) => branches.filter((branch) => passes(branch)).length === 1,
    switch: ({ name, cases }) => {
      const tag = objectIn(value)[name];
      return cases.some(
        ({ values, checks }) => typeof tag === "string" && values.includes(tag) && passes(checks),
      );
    },
    not: ({ checks }) => !passes(checks),
    conditional: ({ condition, then, otherwise }) => passes(passes(condition) ? then : otherwise),
    call: ({ model }) => passes(models.get(model) ?? fail(`no model ${model}`)),
  };
}

/** Whether keywords have evaluated one property or item of a value. */
function isEvaluated(
  all: readonly Evaluated[],
  value: Json,
  key: string | number,
  part: Json,
  models: Models,
): boolean {
  return all.some((evaluated) => {
    switch (evaluated.kind) {
      case "all":
        return true;
      case "named":
        return isNamed(String(key), evaluated.names, evaluated.patterns);
      case "first":
        return Number(key) < evaluated.count;
      case "passing":
        return holds(evaluated.checks, part, models);
      case "depending": {
        const { condition, then, otherwise } = evaluated;
        const chosen = holds(condition, value, models) ? then : otherwise;
        return isEvaluated(chosen, value, key, part, models);
      }
      case "model":
        return fail("what a model evaluates is not known here");
    }
  });
}

const bounds: Readonly<Record<BoundKeyword, (value: number, limit: number) => boolean>> = {
  minimum: (value, limit) => value >= limit,
  maximum: (value, limit) => value <= limit,
  exclusiveMinimum: (value, limit) => value > limit,
  exclusiveMaximum: (value, limit) => value < limit,
};

const sizes: Readonly<Record<SizeKeyword, (value: Json, limit: number) => boolean>> = {
  minLength: (value, limit) => Array.from(stringIn(value)).length >= limit,
  maxLength: (value, limit) => Array.from(stringIn(value)).length <= limit,
  minItems: (value, limit) => itemsIn(value).length >= limit,
  maxItems: (value, limit) => itemsIn(value).length <= limit,
  minProperties: (value, limit) => membersIn(value).length >= limit,
  maxProperties: (value, limit) => membersIn(value).length <= limit,
};

function isEqual(left: Json, right: Json): boolean {
  if (isJsonArray(left) && isJsonArray(right)) {
    return (
      left.length === right.length && left.every((item, at) => isEqual(item, right[at] ?? null))
    );
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every(
        (name) => Object.hasOwn(right, name) && isEqual(left[name] ?? null, right[name] ?? null),
      )
    );
  }
  return left === right;
}

function isNamed(name: string, names: readonly string[], patterns: readonly string[]): boolean {
  return names.includes(name) || patterns.some((pattern) => matches(pattern, name));
}

function matches(pattern: string, name: string): boolean {
  return new RegExp(pattern, "u").test(name);
}

function numberIn(value: Json): number {
  return typeof value === "number" ? value : fail("not a number");
}

function stringIn(value: Json): string {
  return typeof value === "string" ? value : fail("not a string");
}

function itemsIn(value: Json): readonly Json[] {
  return isJsonArray(value) ? value : fail("not an array");
}

function objectIn(value: Json): JsonObject {
  return isJsonObject(value) ? value : fail("not an object");
}

function membersIn(value: Json): readonly [string, Json][] {
  return Object.entries(objectIn(value));
}

function fail(reason: string): never {
  throw new Error(reason);
}
