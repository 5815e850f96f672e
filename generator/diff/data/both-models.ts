import type { CheckedModels } from "../../checks/accepts.js";
import type { Checks } from "../../checks/check.js";
import { areSameChecks } from "../../checks/contradictions/same-check.js";
import type { SchemaId } from "../../core/schema-id.js";
import { checksOfSchema, evaluatedByOwn } from "../../model/lower.js";
import { modelOf } from "../../model/model-of.js";
import type { Models } from "../../model/model.js";
import type { Schema } from "../../schema/schema.js";
import { modelAt } from "../../model/model-at.js";
import type { OperationPart, Sides } from "../subject.js";
import { commonComponents, modelOfComponent, type Side } from "./components.js";

/**
 * The models of two documents in one set of checks. Models that are the same in both documents, with all that
 * they refer to, have one name; all others are named by their document.
 */
export interface BothModels extends CheckedModels {
  /** Returns the checks of a schema of one document. */
  readonly checksOfSchema: (schema: Schema, side: Side) => Checks;
  /** Whether two named models are those of one component, of the sender and of the receiver. */
  readonly arePaired: (sender: SchemaId, receiver: SchemaId, from: Side) => boolean;
  /** Whether a named model is the same in both documents. */
  readonly isCommon: (name: SchemaId) => boolean;
  /** Whether a named model is one of a component that both documents have. */
  readonly isComponent: (name: SchemaId) => boolean;
  /** Returns the name of the model of the same component in the other document. */
  readonly counterpartOf: (name: SchemaId) => SchemaId | undefined;
  /** Whether two models are the same in both documents. */
  readonly areSame: (old: SchemaId, next: SchemaId) => boolean;
  /**
   * Whether schemas are written the same in both documents, though components that they refer to may have
   * changed.
   */
  readonly areWrittenTheSame: (old: Schema, next: Schema) => boolean;
}

/**
 * Joins the models of two documents.
 *
 * @param parts The schemas of operations that are compared, too.
 */
export function joinModels(sides: Sides, parts: readonly OperationPart[]): BothModels {
  const pairs = pairsOf(sides);
  const comparison = compareModels(pairs, pairsOfParts(parts, sides), sides);
  const names = sameNames(comparison);
  const nameIn = (side: Side) => (id: SchemaId) => names.get(`${side} ${id}`) ?? `${side} ${id}`;
  const named: Readonly<Record<Side, Models>> = {
    old: { ...sides.old.models, nameOf: nameIn("old") },
    new: { ...sides.new.models, nameOf: nameIn("new") },
  };
  const common = new Set(names.values());
  const components = new Set(
    pairs.flatMap(([old, next]) => [nameIn("old")(old), nameIn("new")(next)]),
  );
  const counterparts = new Map(
    pairs.flatMap(([old, next]) => {
      const names = [nameIn("old")(old), nameIn("new")(next)] as const;
      return [names, [names[1], names[0]] as const];
    }),
  );
  const paired = new Set(pairs.map(([old, next]) => `old ${old} new ${next}`));
  const find = (name: SchemaId): { readonly models: Models; readonly id: SchemaId } =>
    name.startsWith("old ")
      ? { models: named.old, id: name.slice("old ".length) }
      : { models: named.new, id: name.slice("new ".length) };
  // By name, because to take a name apart costs more than the search asks for.
  const checks = new Map<SchemaId, Checks>();
  return {
    checksOf: (name) => {
      let found = checks.get(name);
      if (found === undefined) {
        const { models, id } = find(name);
        found = checksOfSchema(modelOf(id, models).schema, models);
        checks.set(name, found);
      }
      return found;
    },
    evaluatedBy: (name, target) => {
      const { models, id } = find(name);
      return evaluatedByOwn(modelOf(id, models).schema, target, models);
    },
    checksOfSchema: (schema, side) => checksOfSchema(schema, named[side]),
    arePaired: (sender, receiver, from) =>
      paired.has(from === "old" ? `${sender} ${receiver}` : `${receiver} ${sender}`) &&
      sender.startsWith(from),
    isCommon: (name) => common.has(name),
    isComponent: (name) => components.has(name),
    counterpartOf: (name) => counterparts.get(name),
    areSame: (old, next) => nameIn("old")(old) === nameIn("new")(next),
    areWrittenTheSame: (old, next) => {
      const pending: Pair[] = [];
      const isSame = areSameChecks(
        checksOfSchema(old, sides.old.models),
        checksOfSchema(next, sides.new.models),
        (one, other) => {
          pending.push([one, other]);
          return true;
        },
      );
      if (!isSame) return false;
      const seen = new Set<string>();
      for (const pair of pending) {
        const key = pair.join(" ");
        if (seen.has(key) || comparison.pairs.has(key)) continue;
        seen.add(key);
        const called = comparison.of(pair);
        if (called === undefined) return false;
        pending.push(...called);
      }
      return true;
    },
  };
}

type Pair = readonly [old: SchemaId, next: SchemaId];

/** The models of each component that both documents have, also those of each direction. */
function pairsOf(sides: Sides): readonly Pair[] {
  return commonComponents(sides).flatMap((name) =>
    ([undefined, "request", "response"] as const).flatMap((direction): readonly Pair[] => {
      const old = modelOfComponent(name, direction, sides.old);
      const next = modelOfComponent(name, direction, sides.new);
      return old === undefined || next === undefined ? [] : [[old.id, next.id]];
    }),
  );
}

/** The models of each schema of an operation that both documents have. */
function pairsOfParts(parts: readonly OperationPart[], sides: Sides): readonly Pair[] {
  return parts.flatMap(({ direction, untyped, ...places }): readonly Pair[] => {
    if (untyped !== undefined) return [];
    const [old, next] = (["old", "new"] as const).map((side) =>
      modelAt(places[side], direction, sides[side].schemas, sides[side].models),
    );
    return old === undefined || next === undefined ? [] : [[old.id, next.id]];
  });
}

/** What is known of pairs of models. */
interface Comparison {
  /** The keys of the pairs of components. */
  readonly pairs: ReadonlySet<string>;
  /** All pairs that were compared: those of components, and what both of them call. */
  readonly all: ReadonlyMap<string, Pair>;
  /** Returns the pairs that both models of a pair call at the same places; undefined, if they differ. */
  readonly of: (pair: Pair) => readonly Pair[] | undefined;
}

/** Compares the checks of pairs of models, and of those that they call, each by itself. */
function compareModels(
  pairs: readonly Pair[],
  others: readonly Pair[],
  { old, new: next }: Sides,
): Comparison {
  const known = new Map<string, readonly Pair[] | undefined>();
  const all = new Map<string, Pair>();
  const compare = ([left, right]: Pair): readonly Pair[] | undefined => {
    const called: Pair[] = [];
    const isSame = areSameChecks(
      checksOfSchema(modelOf(left, old.models).schema, old.models),
      checksOfSchema(modelOf(right, next.models).schema, next.models),
      (one, other) => {
        called.push([one, other]);
        return true;
      },
    );
    return isSame ? called : undefined;
  };
  const of = (pair: Pair): readonly Pair[] | undefined => {
    const key = pair.join(" ");
    if (!all.has(key)) {
      all.set(key, pair);
      known.set(key, compare(pair));
    }
    return known.get(key);
  };
  const pending = [...pairs, ...others];
  for (const pair of pending) if (!all.has(pair.join(" "))) pending.push(...(of(pair) ?? []));
  return { pairs: new Set(pairs.map((pair) => pair.join(" "))), all, of };
}

/**
 * Returns common names for models that have the same checks, if all that they call has, too. A difference is
 * passed on to all pairs that depend on it.
 */
function sameNames({ all, of }: Comparison): ReadonlyMap<string, SchemaId> {
  const dependents = new Map<string, string[]>();
  const refuted = new Set<string>();
  for (const [key, pair] of all) {
    const called = of(pair);
    if (called === undefined) refuted.add(key);
    for (const each of called ?? []) {
      const name = each.join(" ");
      const known = dependents.get(name);
      if (known === undefined) dependents.set(name, [key]);
      else known.push(key);
    }
  }
  // The loop also visits what is added while it runs.
  for (const key of refuted) for (const each of dependents.get(key) ?? []) refuted.add(each);
  const names = new Map<string, SchemaId>();
  for (const [key, [old, next]] of all) {
    if (refuted.has(key)) continue;
    const name = names.get(`old ${old}`) ?? names.get(`new ${next}`) ?? `old ${old}`;
    names.set(`old ${old}`, name);
    names.set(`new ${next}`, name);
  }
  return names;
}
