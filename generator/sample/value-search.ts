import { accepts, type CheckedModels } from "../checks/accepts.js";
import type { Check, Checks } from "../checks/check.js";
import { Conjunction } from "../checks/contradictions/conjunction.js";
import { sizeLimits } from "../checks/contradictions/limits.js";
import { membersOf, type Members } from "../checks/contradictions/members.js";
import type { Reasoning } from "../checks/contradictions/reasoning.js";
import { isOfType, type JsonType } from "../core/json-type.js";
import type { Json } from "../core/json.js";
import { alternativesOf } from "../checks/alternatives-of.js";
import { candidateNumbers } from "./numbers.js";
import { candidateStrings } from "./strings.js";

/** How deeply values are nested at most: through references, a document decides the depth. */
const deepest = 24;

/** How many candidates, and lists of checks to make them from, are tried for one question. */
const maxSteps = 40_000;

/** How many lists of checks may be evaluated for one candidate. */
const maxEffort = 20_000;

/** How many values of one part are tried beside the simplest values of the others. */
const maxPartValues = 40;

/** How many unions and conditions are decided one after the other for one value. */
const maxSplits = 50;

/** The longest array that is made because shorter ones are not allowed. */
const longest = 10_000;

/** The longest array, and the largest object, that is made to meet a bound exactly. */
const largest = 20;

/** The types in the order of the size of their simplest values. */
const simplestFirst: readonly JsonType[] = [
  "null",
  "boolean",
  "number",
  "string",
  "array",
  "object",
];

/**
 * Finds values that pass checks. It makes candidates from the checks and returns those that pass, so that
 * no value is wrong; but it may miss some, for instance strings for a pattern with lookaround.
 */
export class ValueSearch {
  readonly #reasoning: Reasoning;
  readonly #models: CheckedModels;
  readonly #simplest = new WeakMap<Checks, { readonly value: Json; readonly nesting: number }>();
  #left = 0;

  readonly #steps: number;

  /** @param steps How many candidates, and lists of checks to make them from, are tried for one question. */
  constructor(reasoning: Reasoning, steps: number = maxSteps) {
    this.#reasoning = reasoning;
    this.#steps = steps;
    this.#models = reasoning.models;
  }

  /**
   * Returns values that pass checks: the simplest one, and then values that differ from it in one respect,
   * such as a property that is present, another option, or a bound that is met exactly.
   *
   * @param checks The checks that each value has to pass.
   */
  *values(checks: Checks): Generator<Json> {
    this.#left = this.#steps;
    const nesting = this.#nestingOf(checks);
    if (nesting === undefined) return;
    this.#left = this.#steps;
    const values = this.#valuesWithin(checks, Math.min(nesting + 4, deepest));
    const some: Json[] = [];
    for (const value of values) {
      if (some.length < maxPartValues) {
        some.push(value);
        if (some.length === maxPartValues) yield* shortestFirst(some);
      } else {
        yield value;
      }
    }
    if (some.length < maxPartValues) yield* shortestFirst(some);
  }

  /** Returns the nesting of the most shallow value that is found. */
  #nestingOf(checks: Checks): number | undefined {
    for (let nesting = 0; nesting <= deepest && this.#left > 0; nesting += 1) {
      if (!this.#valuesWithin(checks, nesting).next().done) return nesting;
    }
    return undefined;
  }

  /** Returns values whose nesting is limited; 0 allows only values without members and items. */
  *#valuesWithin(checks: Checks, nesting: number): Generator<Json> {
    if (checks.length === 0) {
      yield* anyValues;
      return;
    }
    const seen = new Set<string>();
    const all = this.#reasoning.conjunction(checks);
    for (const type of simplestFirst) {
      for (const value of this.#ofType(type, all, nesting)) {
        this.#left -= 1;
        if (this.#left < 0) return;
        const key = JSON.stringify(value);
        if (seen.has(key)) continue;
        seen.add(key);
        if (accepts(checks, value, this.#models, maxEffort) === true) yield value;
      }
    }
  }

  /** Returns the simplest value of a part; the simplest has the least nesting. */
  #simplestOf(checks: Checks, nesting: number): Json | undefined {
    const known = this.#simplest.get(checks);
    if (known !== undefined) return known.nesting <= nesting ? known.value : undefined;
    for (let limit = 0; limit <= nesting && this.#left > 0; limit += 1) {
      for (const value of this.#valuesWithin(checks, limit)) {
        this.#simplest.set(checks, { value, nesting: limit });
        return value;
      }
    }
    return undefined;
  }

  /** Returns candidates of one type for checks that all have to pass. */
  *#ofType(type: JsonType, all: Conjunction, nesting: number, splits = 0): Generator<Json> {
    this.#left -= 1;
    if (this.#left < 0) return;
    if (!all.jsonTypes.includes(type)) return;
    const own = all.of(type);
    if (own.some(({ kind }) => kind === "never")) return;
    const listed = own.find((check) => check.kind === "equals");
    if (listed !== undefined) {
      yield* listed.values.filter((value) => isOfType(value, type));
      return;
    }
    for (const split of own) {
      const alternatives = alternativesOf(split);
      if (alternatives === undefined) continue;
      if (splits >= maxSplits) return;
      const others = [...all.typeChecks, ...own.filter((check) => check !== split)];
      for (const alternative of alternatives) {
        if (this.#left <= 0) return;
        const chosen = new Conjunction([others, alternative], this.#models);
        yield* this.#ofType(type, chosen, nesting, splits + 1);
      }
      return;
    }
    switch (type) {
      case "null":
        yield null;
        break;
      case "boolean":
        yield* [false, true];
        break;
      case "number":
        yield* candidateNumbers(own);
        break;
      case "string":
        yield* candidateStrings(own);
        break;
      case "array":
        yield* this.#arrays(own, nesting);
        break;
      case "object":
        yield* this.#objects(own, membersOf(all, this.#reasoning), nesting);
    }
  }

  *#arrays(own: Checks, nesting: number): Generator<Json> {
    const { least, most } = sizeLimits(own);
    const wanted = own.flatMap((check) =>
      check.kind === "contains"
        ? Array<Checks>(Math.min(check.minimum, largest)).fill(check.checks)
        : [],
    );
    const isUnique = own.some(({ kind }) => kind === "unique");
    const itemChecks = new Map<number, Checks>();
    const checksAt = (index: number): Checks => {
      let checks = itemChecks.get(index);
      if (checks === undefined) {
        checks = [...itemChecksAt(own, index), ...(wanted[index] ?? [])];
        itemChecks.set(index, checks);
      }
      return checks;
    };
    const make = (length: number): readonly Json[] | undefined => {
      const items: Json[] = [];
      for (let index = 0; index < length; index += 1) {
        const item = isUnique
          ? this.#another(checksAt(index), items, nesting - 1)
          : this.#simplestOf(checksAt(index), nesting - 1);
        if (item === undefined) return undefined;
        items.push(item);
      }
      return items;
    };
    const shortest = Math.max(least?.limit ?? 0, wanted.length);
    if (shortest > longest || (shortest > 0 && nesting === 0)) return;
    const base = make(shortest);
    if (base === undefined) return;
    yield base;
    if (nesting === 0) return;
    for (let index = 0; index <= base.length && index < largest; index += 1) {
      for (const item of this.#some(checksAt(index), nesting - 1))
        yield base.toSpliced(index, 1, item);
    }
    for (const length of [shortest + 2, most?.limit ?? 0]) {
      const longer = length > shortest && length <= largest ? make(length) : undefined;
      if (longer !== undefined) yield longer;
    }
  }

  /** Returns a value that differs from others. */
  #another(checks: Checks, others: readonly Json[], nesting: number): Json | undefined {
    const taken = new Set(others.map((other) => JSON.stringify(other)));
    for (const value of this.#some(checks, nesting)) {
      if (!taken.has(JSON.stringify(value))) return value;
    }
    return undefined;
  }

  *#objects(own: Checks, members: Members, nesting: number): Generator<Json> {
    const memberChecks = new Map<string, Checks>();
    const checksOf = (name: string): Checks => {
      let checks = memberChecks.get(name);
      if (checks === undefined) {
        const [only, ...further] = members.of(name);
        // A list that keeps its identity has a simplest value that is known.
        checks =
          only !== undefined && further.length === 0
            ? only.checks
            : members.of(name).flatMap((each) => each.checks);
        memberChecks.set(name, checks);
      }
      return checks;
    };
    const base = new Map<string, Json>();
    const { least, most } = sizeLimits(own);
    const isFull = nesting > 0;
    if (!isFull && members.required.size > 0) return;
    for (const name of members.required.keys()) {
      const value = this.#simplestOf(checksOf(name), nesting - 1);
      if (value === undefined) return;
      base.set(name, value);
    }
    const described = [...new Set(own.flatMap(namesIn))].filter((name) => !base.has(name));
    const matching = isFull ? matchingNames(own).filter((name) => !described.includes(name)) : [];
    const fresh = isFull ? this.#freshNames(own, [...described, ...matching]) : [];
    const others = [...described, ...matching, ...fresh];
    const addUpTo = (count: number): Map<string, Json> => {
      const object = new Map(base);
      for (const name of others) {
        if (object.size >= count) break;
        const value = this.#simplestOf(checksOf(name), nesting - 1);
        if (value !== undefined && members.excludesName(name) === undefined)
          object.set(name, value);
      }
      return object;
    };
    const smallest = addUpTo(least?.limit ?? 0);
    yield Object.fromEntries(smallest);
    if (!isFull) return;
    const hasRest = own.some(({ kind }) => kind === "additional" || kind === "names");
    const varied = [...described, ...matching, ...(hasRest ? fresh.slice(0, 1) : [])];
    for (const name of [...base.keys(), ...varied]) {
      for (const value of this.#some(checksOf(name), nesting - 1)) {
        yield Object.fromEntries(new Map(smallest).set(name, value));
      }
    }
    for (const count of [base.size + described.length, most?.limit ?? 0]) {
      const larger = addUpTo(Math.min(count, base.size + described.length + largest));
      yield Object.fromEntries(larger);
    }
  }

  /** Names that no keyword lists, for members that are allowed anyway. */
  #freshNames(own: Checks, known: readonly string[]): readonly string[] {
    const named = own.flatMap((check) =>
      check.kind === "names" ? [...this.#texts(check.checks)] : [],
    );
    return [...new Set([...named, ...plainNames])].filter((name) => !known.includes(name));
  }

  *#texts(checks: Checks): Generator<string> {
    for (const value of this.#ofType("string", this.#reasoning.conjunction(checks), 0)) {
      if (typeof value === "string") yield value;
    }
  }

  /** Returns the first values of a part. */
  *#some(checks: Checks, nesting: number): Generator<Json> {
    if (nesting < 0) return;
    let count = 0;
    for (const value of this.#valuesWithin(checks, nesting)) {
      yield value;
      count += 1;
      if (count >= maxPartValues) return;
    }
  }
}

/** Names of members that no keyword describes. */
const plainNames: readonly string[] = Array.from(
  { length: largest },
  (_, index) => `other${index + 1}`,
);

/** The simplest value of each type, for parts without any checks. */
const anyValues: readonly Json[] = [null, false, true, 0, "", [], {}];

/** Returns values with the shortest one moved to the front. */
function shortestFirst(values: readonly Json[]): readonly Json[] {
  const lengths = values.map((value) => JSON.stringify(value).length);
  const at = lengths.indexOf(Math.min(...lengths));
  return [...values.slice(at, at + 1), ...values.toSpliced(at, 1)];
}

function itemChecksAt(own: Checks, at: number): Checks {
  return own.flatMap((check) => {
    if (check.kind === "item") return check.index === at ? check.checks : [];
    return check.kind === "items" && check.from <= at ? check.checks : [];
  });
}

/** The names of properties that a check mentions. */
function namesIn(check: Check): readonly string[] {
  switch (check.kind) {
    case "property":
    case "required":
    case "dependent":
      return [check.name];
    case "additional":
      return check.names;
    default:
      return [];
  }
}

/** Names that match the patterns of an object. */
function matchingNames(own: Checks): readonly string[] {
  return own.flatMap((check) =>
    check.kind === "matching"
      ? candidateStrings([{ kind: "pattern", pattern: check.pattern }]).slice(0, 3)
      : [],
  );
}
