import type { Json } from "../../core/json.js";
import type { Model, Models } from "../../model/model.js";
import type { ModelUses } from "../../model/uses.js";
import type { ModelTypes } from "../../types/algebra.js";
import { literalsOf } from "../types/literals.js";

/** Finds the lists of values that models export. */
export interface ValueLists {
  /** Returns the first of some models that exports a list of exactly these values, or undefined. */
  readonly among: (members: readonly Model[], values: readonly Json[]) => Model | undefined;
  /** Returns the first model with such a list that some models lead to, or undefined. */
  readonly reachedFrom: (members: readonly Model[], values: readonly Json[]) => Model | undefined;
}

/** Indexes the lists of values that models export; each list is searched for once. */
export function findValueLists(models: Models, types: ModelTypes, uses: ModelUses): ValueLists {
  const lists = exportedLists(models, types);
  const owners = new Map<string, ReadonlyMap<Model, Owner>>();
  let users: ReadonlyMap<Model, readonly Model[]> | undefined;
  const ownersOf = (key: string, list: ReadonlySet<Model>): ReadonlyMap<Model, Owner> => {
    users ??= findUsers(models, uses);
    const known = owners.get(key) ?? findOwners(list, users);
    owners.set(key, known);
    return known;
  };
  return {
    among: (members, values) => {
      const list = lists.get(JSON.stringify(values));
      return list && members.find((model) => list.has(model));
    },
    reachedFrom: (members, values) => {
      const key = JSON.stringify(values);
      const list = lists.get(key);
      if (list === undefined) return undefined;
      const known = ownersOf(key, list);
      const reached = members.flatMap((member) => known.get(member) ?? []);
      return reached.sort((left, right) => left.rank - right.rank)[0]?.model;
    },
  };
}

/** A model that exports a list of values, and the number of such models before it. */
interface Owner {
  readonly model: Model;
  readonly rank: number;
}

/** The models that export a list of all their values, by the values as JSON. */
function exportedLists(models: Models, types: ModelTypes): ReadonlyMap<string, ReadonlySet<Model>> {
  const lists = new Map<string, Set<Model>>();
  for (const model of models.all.filter(isClosed)) {
    const values = literalsOf(model, types);
    if (values === undefined) continue;
    const key = JSON.stringify(values);
    lists.set(key, (lists.get(key) ?? new Set()).add(model));
  }
  return lists;
}

function isClosed({ schema }: Model): boolean {
  return schema.kind === "boolean" || schema.keywords["x-open-enum"] === undefined;
}

/** The models that use each model. */
function findUsers({ all }: Models, uses: ModelUses): ReadonlyMap<Model, readonly Model[]> {
  const users = new Map<Model, Model[]>();
  for (const model of all) {
    for (const used of uses(model)) {
      const known = users.get(used);
      if (known === undefined) users.set(used, [model]);
      else known.push(model);
    }
  }
  return users;
}

/** The first model of a list that each model leads to. */
function findOwners(
  list: ReadonlySet<Model>,
  users: ReadonlyMap<Model, readonly Model[]>,
): ReadonlyMap<Model, Owner> {
  const owners = new Map<Model, Owner>();
  let rank = 0;
  for (const model of list) {
    const owner = { model, rank };
    const pending = [model];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (owners.has(next)) continue;
      owners.set(next, owner);
      for (const user of users.get(next) ?? []) pending.push(user);
    }
    rank += 1;
  }
  return owners;
}
