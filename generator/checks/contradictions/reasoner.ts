import { DeepRecursion } from "../../core/deep-recursion.js";
import type { Json } from "../../core/json.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { JsonType } from "../../core/json-type.js";
import { accepts, type CheckedModels } from "../accepts.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { intersectTypes } from "../schema-types.js";
import { whyNoAlternative } from "./alternatives.js";
import { whyNoArray } from "./arrays.js";
import { Conjunction } from "./conjunction.js";
import { allOf, between, sideOf, type Contradiction } from "./contradiction.js";
import { implies } from "./implies.js";
import { exclude, whyNoSize } from "./limits.js";
import { mentioning } from "./mention.js";
import { membersOf } from "./members.js";
import { whyNoNumber } from "./numbers.js";
import { whyNoObject } from "./objects.js";
import type { Reasoning } from "./reasoning.js";

/** How deeply combinations of lists are examined inside each other; single lists are not bounded. */
const deepest = 5;

/** How many checks are examined for one list, besides those that have a result of their own. */
const maxChecks = 5000;

/** How many questions one question from outside may lead to. */
const maxQuestions = 20_000;

/** How many lists of checks are evaluated to decide whether one value passes. */
const maxEffort = 200;

/** What a {@link Reasoner} takes for granted when it compares checks. */
export interface Assumptions {
  /** Whether the guard of one model counts as accepting all that the guard of another one accepts. */
  readonly isContained?: (left: SchemaId, right: SchemaId) => boolean;
  /** Whether other checks of a value make it one for which that does not count. */
  readonly isAffected?: (
    left: SchemaId,
    right: SchemaId,
    beside: Checks,
    reasoning: Reasoning,
  ) => boolean;
  /** Whether to look for longer proofs, which take more time. */
  readonly isThorough?: boolean;
  /** Adds to the checks of a value inside what is known of such values when they are compared with others. */
  readonly narrow?: (left: Checks, right: Checks) => Checks;
}

/**
 * Finds out why no value passes checks. It is never wrong, but incomplete: a model counts as
 * satisfiable while it is being examined, and so do checks that take too long.
 */
export class Reasoner implements Reasoning {
  readonly models: CheckedModels;
  readonly whyEmpty: (checks: Checks) => Contradiction | undefined;
  readonly #assumptions: Assumptions;
  readonly #known: (checks: Checks) => Contradiction | undefined;
  readonly #conjunctions = new WeakMap<Checks, Conjunction>();
  readonly #origins = new WeakMap<Contradiction, Checks>();
  #depth = 0;
  #left = maxChecks;
  /** Whether a question with limits is being answered. */
  #isAsked = false;
  /** How many questions the one from outside has led to. */
  #questions = 0;
  /** Whether nothing is narrowed. */
  #isPlain = false;

  constructor(models: CheckedModels, assumptions: Assumptions = {}) {
    this.models = models;
    this.#assumptions = assumptions;
    const recursion = new DeepRecursion();
    this.#known = recursion.remember((checks: Checks) => {
      const why = this.#plainly(() => this.#afresh(() => this.#whyEmptyAlone(checks)));
      if (why !== undefined && !this.#origins.has(why)) this.#origins.set(why, checks);
      return why;
    }, undefined);
    this.whyEmpty = (checks) => {
      const list = this.#named(checks);
      return list.length === 0 ? undefined : this.#known(list);
    };
  }

  readonly conjunction = (checks: Checks): Conjunction => {
    let conjunction = this.#conjunctions.get(checks);
    if (conjunction === undefined) {
      conjunction = new Conjunction([checks], this.models);
      this.#conjunctions.set(checks, conjunction);
    }
    return conjunction;
  };

  readonly whyEmptyTogether = (
    lists: readonly Checks[],
    beside: Checks = [],
  ): Contradiction | undefined => {
    const some = lists.filter(({ length }) => length > 0);
    for (const list of some) {
      const why = this.whyEmpty(list);
      if (why !== undefined) return why;
    }
    const [first] = some;
    if (first === undefined || (some.length === 1 && this.#addNothing(beside, first))) {
      return undefined;
    }
    return this.#plainly(() =>
      this.#deeper(undefined, () => this.#whyNone(new Conjunction([beside, ...some], this.models))),
    );
  };

  /** Whether checks only require types that others require anyway. */
  #addNothing(checks: Checks, others: Checks): boolean {
    return checks.every((check) => {
      if (check.kind === "when") return check.checks.length === 0;
      if (check.kind !== "types") return false;
      return this.conjunction(others).types?.every((type) => check.types.includes(type)) === true;
    });
  }

  /**
   * Whether a contradiction is between the checks themselves, not only inside the values that they
   * require.
   */
  isOrigin(checks: Checks, contradiction: Contradiction): boolean {
    return this.#origins.get(contradiction) === this.#named(checks);
  }

  /** Why no value of a type passes, for each type that is allowed otherwise. */
  whyTypesEmpty(checks: Checks): readonly (readonly [JsonType, Contradiction])[] {
    const all = this.conjunction(checks);
    const types = all.jsonTypes;
    if (types.length === 1 || all.isListed) return [];
    return types.flatMap((type) => {
      if (type === "null" || type === "boolean") return [];
      const why = this.#afresh(() => this.#whyNoneOf(type, all));
      return why === undefined ? [] : [[type, why] as const];
    });
  }

  /** Why no value of an optional property passes, for properties that are described several times. */
  whyMembersEmpty(checks: Checks): readonly (readonly [name: string, Contradiction])[] {
    const all = this.conjunction(checks);
    const describing = all.flat.filter(
      (check) => check.kind === "when" && check.checks.some(({ kind }) => kind === "property"),
    );
    if (describing.length <= 1 || !all.jsonTypes.includes("object")) return [];
    const members = membersOf(all, this);
    return members.namedTwice.flatMap((name) => {
      if (members.required.has(name)) return [];
      const why = this.whyEmptyTogether(members.of(name).map((check) => check.checks));
      return why === undefined || why.isIntended === true ? [] : [[name, why] as const];
    });
  }

  readonly accepts = (checks: Checks, value: Json): boolean | undefined =>
    accepts(checks, value, this.models, maxEffort);

  readonly implies = (left: Checks, right: Checks): boolean =>
    this.#deeper(false, () => {
      this.#left -= left.length + right.length;
      return this.#left >= 0 && implies(left, right, this);
    });

  readonly impliesInside = (left: Checks, right: Checks, mentioned: () => Checks): boolean => {
    const narrow = this.#isPlain ? undefined : this.#assumptions.narrow;
    if (narrow === undefined || right.length === 0) return this.implies(left, right);
    const mention = mentioning(mentioned());
    return this.implies(narrow(mention.length === 0 ? left : [...left, ...mention], right), right);
  };

  readonly impliesPlainly = (left: Checks, right: Checks): boolean =>
    this.#plainly(() => this.implies(left, right));

  get isThorough(): boolean {
    return this.#assumptions.isThorough === true;
  }

  readonly isContained = (left: SchemaId, right: SchemaId, beside: Checks): boolean =>
    left === right ||
    (this.#assumptions.isContained?.(left, right) === true &&
      this.#assumptions.isAffected?.(left, right, beside, this) !== true);

  /** Checks that only call a guard have the same result as the checks of that guard. */
  #named(checks: Checks): Checks {
    let list = checks;
    for (let calls = 0; calls < 100; calls += 1) {
      const [only, ...others] = list;
      if (only?.kind !== "call" || others.length > 0) break;
      list = this.models.checksOf(only.model);
    }
    return list;
  }

  #whyEmptyAlone(checks: Checks): Contradiction | undefined {
    for (const check of checks) {
      const why = check.kind === "call" ? this.whyEmpty([check]) : undefined;
      if (why !== undefined) return why;
    }
    return this.#whyNone(this.conjunction(checks));
  }

  #whyNone(all: Conjunction): Contradiction | undefined {
    this.#left -= all.flat.length;
    if (this.#left < 0) return undefined;
    return (
      whyNever(all.flat) ??
      whyNoType(all) ??
      (all.isListed
        ? this.#whyNoLiteral(all.flat)
        : (this.#whyNoneOfTypes(all) ?? whyNoAlternative(all, this)))
    );
  }

  /** Why none of the values of a `const` or an `enum` passes. */
  #whyNoLiteral(flat: Checks): Contradiction | undefined {
    const [listed] = flat
      .filter((check) => check.kind === "equals")
      .toSorted((left, right) => left.values.length - right.values.length);
    if (listed === undefined) return undefined;
    if (listed.values.length === 0) {
      return { sides: [sideOf(listed)], describe: () => `\`${listed.keyword}\` lists no value` };
    }
    return this.#whyNoValue(listed.values, listed, flat);
  }

  #whyNoneOfTypes(all: Conjunction): Contradiction | undefined {
    const reasons: Contradiction[] = [];
    for (const type of cheapestFirst(all.jsonTypes)) {
      const why = this.#whyNoneOf(type, all);
      if (why === undefined) return undefined;
      reasons.push(why);
    }
    return allOf(reasons);
  }

  /** Why no value of one type passes. */
  #whyNoneOf(type: JsonType, all: Conjunction): Contradiction | undefined {
    const own = all.of(type);
    const never = whyNever(own);
    if (never !== undefined) return never;
    const [typed] = all.typeChecks;
    switch (type) {
      case "null":
        return this.#whyNoValue([null], typed, own);
      case "boolean":
        return this.#whyNoValue([true, false], typed, own);
      case "number": {
        const integer = all.typeChecks.find(({ types }) => !types.includes("number"));
        return whyNoNumber(own, all.types, integer);
      }
      case "string":
        return whyNoSize(own);
      case "array":
        return whyNoArray(own, this);
      case "object":
        return whyNoObject(own, this);
    }
  }

  /**
   * Why none of some values passes.
   *
   * @param source The check that allows only these values.
   */
  #whyNoValue(
    values: readonly Json[],
    source: Check | undefined,
    flat: Checks,
  ): Contradiction | undefined {
    const excluding = new Set<Check>();
    for (const value of values) {
      if (this.accepts(flat, value) === true) return undefined;
      const check = flat.find((each) => this.accepts([each], value) === false);
      if (check === undefined) return undefined;
      excluding.add(check);
    }
    const sides = [...excluding].slice(0, 3).map(sideOf);
    const isListed = sides.length === 1 && [...excluding][0]?.kind === "equals";
    const verb = sides.length === 1 ? "excludes" : "exclude";
    const every = values.length === 1 ? "" : "every value of ";
    return {
      sides: source === undefined ? sides : [...sides, sideOf(source)],
      describe: (texts) => {
        const shown = texts.slice(0, sides.length).join(" and ");
        if (isListed) return `${shown} and ${texts[1] ?? ""} have no value in common`;
        const listed = source === undefined ? JSON.stringify(values[0]) : texts[sides.length];
        return `${shown} ${verb} ${every}${listed ?? ""}`;
      },
    };
  }

  /** Examines one list, independent of what is being examined for others. */
  #afresh<Result>(derive: () => Result): Result {
    if (!this.#isAsked) this.#questions = 0;
    const [depth, left, isAsked] = [this.#depth, this.#left, this.#isAsked];
    [this.#depth, this.#left, this.#isAsked] = [0, maxChecks, true];
    try {
      return derive();
    } finally {
      [this.#depth, this.#left, this.#isAsked] = [depth, left, isAsked];
    }
  }

  /** Derives something in which values may stand on either side. */
  #plainly<Result>(derive: () => Result): Result {
    const isPlain = this.#isPlain;
    this.#isPlain = true;
    try {
      return derive();
    } finally {
      this.#isPlain = isPlain;
    }
  }

  #deeper<Result>(tooDeep: Result, derive: () => Result): Result {
    // A question from outside has limits of its own.
    if (!this.#isAsked) return this.#afresh(() => this.#deeper(tooDeep, derive));
    this.#questions += 1;
    if (this.#depth >= deepest || this.#questions > maxQuestions) return tooDeep;
    this.#depth += 1;
    try {
      return derive();
    } finally {
      this.#depth -= 1;
    }
  }
}

function whyNever(flat: Checks): Contradiction | undefined {
  const never = flat.find(
    (check) => check.kind === "never" || (check.kind === "not" && check.checks.length === 0),
  );
  if (never === undefined) return undefined;
  const text = never.kind === "not" ? "`not: {}`" : sideOf(never).text;
  return {
    sides: [{ text, at: never.at }],
    describe: ([side = ""]) => `${side} allows no value`,
    isIntended: true,
    isReported: never.kind === "never" && never.keyword !== "false",
  };
}

/** Why no type is left. */
function whyNoType({ typeChecks, types: typesLeft }: Conjunction): Contradiction | undefined {
  if (typesLeft === undefined || typesLeft.length > 0) return undefined;
  let left: readonly CheckOf<"types">[] = [];
  let types: CheckOf<"types">["types"] | undefined;
  for (const check of typeChecks) {
    types = types === undefined ? check.types : intersectTypes(types, check.types);
    if (types.length > 0) {
      left = [...left, check];
      continue;
    }
    const other = left.find((each) => intersectTypes(each.types, check.types).length === 0);
    if (other !== undefined) return between(sideOf(other), sideOf(check), exclude);
    return {
      sides: [...left, check].map(sideOf),
      describe: (texts) => `${texts.join(", ")} have no type in common`,
    };
  }
  return undefined;
}

/** Types with few values come first: they are decided by trying these, and usually one passes. */
function cheapestFirst(types: readonly JsonType[]): readonly JsonType[] {
  return [...types].reverse();
}
