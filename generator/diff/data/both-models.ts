import type { CheckedModels } from "../../checks/accepts.js";
import type { Checks } from "../../checks/check.js";
import { areSameChecks } from "../../checks/contradictions/same-check.js";
import type { SchemaId } from "../../core/schema-id.js";
import { checksOfSchema, evaluatedByOwn } from "../../model/lower.js";
import { modelOf } from "../../model/model-of.js";
import type { Models } from "../../model/model.js";
import type { Schema } from "../../schema/schema.js";
import type { Sides } from "../subject.js";
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
  /** Whether two models are the same in both documents. */
  readonly areSame: (old: SchemaId, next: SchemaId) => boolean;
}

/** Joins the models of two documents. */
export function joinModels(sides: Sides): BothModels {
  const pairs = pairsOf(sides);
  const names = sameNames(pairs, sides);
  const nameIn = (side: Side) => (id: SchemaId) => names.get(`${side} ${id}`) ?? `${side} ${id}`;
  const named: Readonly<Record<Side, Models>> = {
    old: { ...sides.old.models, nameOf: nameIn("old") },
    new: { ...sides.new.models, nameOf: nameIn("new") },
  };
  const paired = new Set(pairs.map(([old, next]) => `old ${old} new ${next}`));
  const find = (name: SchemaId): { readonly models: Models; readonly id: SchemaId } =>
    name.startsWith("old ")
      ? { models: named.old, id: name.slice("old ".length) }
      : { models: named.new, id: name.slice("new ".length) };
  return {
    checksOf: (name) => {
      const { models, id } = find(name);
      return checksOfSchema(modelOf(id, models).schema, models);
    },
    evaluatedBy: (name, target) => {
      const { models, id } = find(name);
      return evaluatedByOwn(modelOf(id, models).schema, target, models);
    },
    checksOfSchema: (schema, side) => checksOfSchema(schema, named[side]),
    arePaired: (sender, receiver, from) =>
      paired.has(from === "old" ? `${sender} ${receiver}` : `${receiver} ${sender}`) &&
      sender.startsWith(from),
    areSame: (old, next) => nameIn("old")(old) === nameIn("new")(next),
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

/**
 * Returns common names for models that have the same checks, if all that they call has, too. It starts from
 * the pairs, compares each with what it calls, and takes those back that depend on a difference.
 */
function sameNames(pairs: readonly Pair[], sides: Sides): ReadonlyMap<string, SchemaId> {
  const dependents = new Map<string, string[]>();
  const ids = new Map<string, Pair>();
  const differing: string[] = [];
  const pending = [...pairs];
  for (const [old, next] of pending) {
    const key = `${old} ${next}`;
    if (ids.has(key)) continue;
    ids.set(key, [old, next]);
    const left = checksOfSchema(modelOf(old, sides.old.models).schema, sides.old.models);
    const right = checksOfSchema(modelOf(next, sides.new.models).schema, sides.new.models);
    const isSame = areSameChecks(left, right, (one, other) => {
      pending.push([one, other]);
      const called = `${one} ${other}`;
      dependents.set(called, [...(dependents.get(called) ?? []), key]);
      return true;
    });
    if (!isSame) differing.push(key);
  }
  const refuted = new Set(differing);
  for (const key of refuted) for (const each of dependents.get(key) ?? []) refuted.add(each);
  const names = new Map<string, SchemaId>();
  for (const [key, [old, next]] of ids) {
    if (refuted.has(key)) continue;
    const name = names.get(`old ${old}`) ?? names.get(`new ${next}`) ?? `old ${old}`;
    names.set(`old ${old}`, name);
    names.set(`new ${next}`, name);
  }
  return names;
}
