import { alternativesOf } from "../../checks/alternatives-of.js";
import type { Check, Checks } from "../../checks/check.js";
import { Conjunction } from "../../checks/contradictions/conjunction.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import { accepts } from "../../checks/accepts.js";
import { call } from "../../code/expressions.js";
import { jsonTypeOf, type JsonType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import type { SchemaId } from "../../core/schema-id.js";
import { unknownType } from "../../types/type.js";
import { arrays } from "./arrays.js";
import { fc, listed, mostListed, oneOf, type Arbitrary } from "./arbitrary.js";
import { numbers } from "./numbers.js";
import { objects } from "./objects.js";
import type { PartContext } from "./part.js";
import { strings } from "./strings.js";
import type { ArbitraryTools } from "./tools.js";

/** How deeply parts of a model may be nested. */
const deepest = 12;

/** How many models are written out inside each other, because they are combined with other checks. */
const mostExpanded = 3;

/** How many parts the arbitrary of a model may have. */
const mostParts = 2_000;

/** How many options of a union are compared with each other. */
const mostCompared = 60;

/** How many lists of checks are evaluated for one listed value. */
const maxEffort = 20_000;

/** How an arbitrary is derived. */
export interface Derivation {
  readonly reasoning: Reasoning;
  readonly tools: Pick<ArbitraryTools, "values" | "canMatch">;
  /** The arbitrary of another model; undefined, if it has none. */
  readonly reference: (model: SchemaId) => Arbitrary | undefined;
  /** Whether values of parts are listed, if the arbitrary of the part could make invalid values. */
  readonly isCautious: boolean;
}

/** An arbitrary that was derived. */
export interface Derived {
  readonly arbitrary: Arbitrary;
  /** Whether values of some part are listed, because no better arbitrary is known. */
  readonly isListed: boolean;
}

/** Derives an arbitrary from the checks of a model; returns undefined, if it has no values. */
export function derive(checks: Checks, derivation: Derivation): Derived | undefined {
  const made = new Parts(derivation);
  const arbitrary = made.part([checks], 0);
  return arbitrary && { arbitrary, isListed: made.isListed };
}

class Parts {
  isListed = false;
  readonly #derivation: Derivation;
  #left = mostParts;

  constructor(derivation: Derivation) {
    this.#derivation = derivation;
  }

  /** The arbitrary of a part that has to pass several lists of checks. */
  part(lists: readonly Checks[], depth: number, expanded = 0): Arbitrary | undefined {
    const asked = lists.filter(({ length }) => length > 0);
    if (asked.length === 0) return anything;
    this.#left -= 1;
    if (depth > deepest || this.#left < 0) return this.#search(asked);
    const { reasoning, isCautious } = this.#derivation;
    if (reasoning.whyEmptyTogether(asked) !== undefined) return undefined;
    const model = this.#referred(asked);
    if (model !== undefined) return this.#derivation.reference(model);
    const isExpanding = asked.some((checks) => checks.some(({ kind }) => kind === "call"));
    const inside = isExpanding ? expanded + 1 : expanded;
    if (inside > mostExpanded) return this.#search(asked);
    const made = this.#whole(asked, depth, inside);
    return made === undefined || (isCautious && !made.isExact) ? this.#search(asked) : made;
  }

  /** Returns the model of which the checks only call the guard, if they do. */
  #referred(lists: readonly Checks[]): SchemaId | undefined {
    const checks = lists.flat();
    const calls = new Set(checks.flatMap((check) => (check.kind === "call" ? [check.model] : [])));
    const [model, ...more] = calls;
    if (model === undefined || more.length > 0) return undefined;
    const others = checks.filter(({ kind }) => kind !== "call");
    const { reasoning } = this.#derivation;
    return reasoning.implies([{ kind: "call", model }], others) ? model : undefined;
  }

  #whole(lists: readonly Checks[], depth: number, expanded: number): Arbitrary | undefined {
    const { reasoning } = this.#derivation;
    const all = new Conjunction(lists, reasoning.models);
    const equals = all.flat.find((check) => check.kind === "equals");
    if (equals !== undefined) return this.#listed(equals.values, all.flat);
    const union = all.flat.find(({ kind }) => kind === "any" || kind === "one");
    if (union !== undefined) {
      const others = all.flat.filter((check) => check !== union);
      return this.#split(union, alternativesOf(union), others, depth, expanded);
    }
    const types = all.jsonTypes.filter((type) => !this.#isEmpty(type, all));
    // Then the values of every type are without checks.
    const isAny = types.length === 6 && types.every((type) => all.of(type).length === 0);
    if (isAny) return anything;
    return oneOf(types.flatMap((type) => this.#ofType(type, all, depth, expanded) ?? []));
  }

  #isEmpty(type: JsonType, all: Conjunction): boolean {
    return all.of(type).some(({ kind }) => kind === "never");
  }

  #ofType(
    type: JsonType,
    all: Conjunction,
    depth: number,
    expanded: number,
  ): Arbitrary | undefined {
    if (type === "null") return this.#listed([null], all.flat);
    if (type === "boolean") return this.#listed([false, true], all.flat);
    const own = all.of(type);
    const equals = own.find((check) => check.kind === "equals");
    if (equals !== undefined) {
      const values = equals.values.filter((value) => jsonTypeOf(value) === type);
      return this.#listed(values, all.flat);
    }
    const split = own.find(isAlternative);
    if (split !== undefined) {
      const others = own.filter((check) => check !== split);
      return this.#split(
        split,
        alternativesFor(type, split)?.map((alternative) => typed(type, alternative)),
        typed(type, [...all.typeChecks, ...others]),
        depth,
        expanded,
      );
    }
    const { reasoning, tools } = this.#derivation;
    const context: PartContext = {
      reasoning,
      canMatch: tools.canMatch,
      part: (lists) => this.part(lists, depth + 1, expanded),
    };
    switch (type) {
      case "number":
        return numbers(own, all.types?.includes("number") === false);
      case "string":
        return strings(own, tools);
      case "array":
        return arrays(own, context);
      case "object":
        return objects(own, context);
    }
  }

  /** One of several alternatives, beside other checks. */
  #split(
    check: Check,
    alternatives: readonly Checks[] | undefined,
    others: Checks,
    depth: number,
    expanded: number,
  ): Arbitrary | undefined {
    // Then it is left to a filter.
    if (alternatives === undefined) return inexact(this.part([others], depth + 1, expanded));
    const { reasoning } = this.#derivation;
    const options = alternatives.flatMap((alternative) => {
      const isImplied = reasoning.implies(alternative, others);
      const lists = isImplied ? [alternative] : [others, alternative];
      return this.part(lists, depth + 1, expanded) ?? [];
    });
    const made = oneOf(options);
    return check.kind === "one" && this.#mayOverlap(check.branches) ? inexact(made) : made;
  }

  #mayOverlap(branches: readonly Checks[]): boolean {
    if (branches.length > mostCompared) return true;
    const { reasoning } = this.#derivation;
    return branches.some((branch, index) =>
      branches
        .slice(index + 1)
        .some((other) => reasoning.whyEmptyTogether([branch, other]) === undefined),
    );
  }

  #listed(values: readonly Json[], checks: Checks): Arbitrary | undefined {
    const { models } = this.#derivation.reasoning;
    const valid = values.filter((value) => accepts(checks, value, models, maxEffort) === true);
    return valid.length === 0 ? undefined : listed(valid);
  }

  /** Values that a search finds. */
  #search(lists: readonly Checks[]): Arbitrary | undefined {
    const found = firstOf(this.#derivation.tools.values(lists.flat()));
    if (found.length === 0) return undefined;
    this.isListed = true;
    return listed(found);
  }
}

/** Its type in TypeScript is narrower than any in a model. */
const anything: Arbitrary = {
  code: call(fc("jsonValue")),
  type: unknownType,
  isInferred: false,
  isExact: true,
};

/** The first values of a search. */
export function firstOf(values: Iterable<Json>): readonly Json[] {
  const found: Json[] = [];
  for (const value of values) {
    found.push(value);
    if (found.length >= mostListed) break;
  }
  return found;
}

function isAlternative(check: Check): boolean {
  switch (check.kind) {
    case "any":
    case "one":
    case "switch":
    case "conditional":
    case "dependent":
    case "not":
      return true;
    default:
      return false;
  }
}

/** Returns the alternatives of a check for one type: only objects have those of properties. */
function alternativesFor(type: JsonType, check: Check): readonly Checks[] | undefined {
  if (check.kind === "switch") {
    const { name } = check;
    return check.cases.map(({ values, checks }) => [
      {
        kind: "property",
        name,
        required: true,
        checks: [{ kind: "equals", keyword: "enum", values }],
      },
      ...checks,
    ]);
  }
  if (type === "object") return alternativesOf(check);
  switch (check.kind) {
    case "not":
      return undefined;
    case "conditional":
      return [
        [...check.condition, ...check.then],
        [{ kind: "not", checks: check.condition }, ...check.otherwise],
      ];
    default:
      return alternativesOf(check);
  }
}

/** Restricts checks, some of which are about one type only, to that type. */
function typed(type: JsonType, checks: Checks): Checks {
  const own = checks.filter(({ kind }) => !generalKinds.has(kind));
  const others = checks.filter(({ kind }) => generalKinds.has(kind));
  return [{ kind: "types", types: [type] }, { kind: "when", type, checks: own }, ...others];
}

/** The kinds of checks that apply to values of any type. */
const generalKinds: ReadonlySet<Check["kind"]> = new Set<Check["kind"]>([
  "any",
  "call",
  "cases",
  "conditional",
  "equals",
  "never",
  "not",
  "one",
  "types",
  "when",
]);

function inexact(arbitrary: Arbitrary | undefined): Arbitrary | undefined {
  return arbitrary && { ...arbitrary, isExact: false };
}
