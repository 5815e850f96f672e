import type { Checks } from "../../checks/check.js";
import type { Contradiction } from "../../checks/contradictions/contradiction.js";
import type { Reasoner } from "../../checks/contradictions/reasoner.js";
import { count } from "../../core/count.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { keyOfPlace, type Place } from "../../core/place.js";
import { childrenOf } from "../../schema/children.js";
import type { Schema } from "../../schema/schema.js";
import { directionOf } from "../../schema/scope.js";
import { reasonerOf } from "../empty-schemas.js";
import { lowerOwn } from "../lower.js";
import type { Model, Models } from "../model.js";
import { describeContradiction, isWithin } from "./describe-contradiction.js";

/** The contradictions in models. */
export interface NothingValid {
  /** Whether the keyword at a place is part of one. */
  readonly involves: (place: Place) => boolean;
  readonly report: (log: DiagnosticLog) => void;
}

/** Finds the schemas under which nothing is valid, or no value of a type that they describe. */
export function findNothingValid(models: Models): NothingValid {
  const search = new Search(models);
  for (const model of models.all) search.visitModel(model);
  const found = withoutConsequences(search.found);
  const places = new Set(
    found.flatMap(({ contradiction: { sides } }) =>
      sides.flatMap(({ at }) => (at === undefined ? [] : [keyOfPlace(at)])),
    ),
  );
  return {
    involves: (place) => places.has(keyOfPlace(place)),
    report: (log) => {
      for (const each of found) report(each, log);
    },
  };
}

/** Drops contradictions that only follow from others, such as those of all options. */
function withoutConsequences(all: ReadonlyMap<string, Found>): readonly Found[] {
  return [...all.values()].filter((found) => {
    const known = found.contradiction.parts?.map((part) => all.get(keyOf(part)));
    if (known === undefined || known.includes(undefined) || known.includes(found)) return true;
    for (const each of known) for (const model of found.models) each?.models.add(model);
    return false;
  });
}

/** A contradiction, with the schemas that it makes empty. */
interface Found {
  readonly contradiction: Contradiction;
  /** What is not valid there. */
  readonly what: string;
  /** The schema for which it is reported. */
  schema: Schema;
  rank: number;
  /** The models that accept nothing. */
  readonly models: Set<Model>;
}

class Search {
  readonly found = new Map<string, Found>();
  readonly #models: Models;
  readonly #reasoner: Reasoner;

  constructor(models: Models) {
    this.#models = models;
    this.#reasoner = reasonerOf(models);
  }

  visitModel(model: Model): void {
    this.#visitInside(model.schema);
    this.#visit(model.schema, model);
  }

  /** Schemas inside come first: a contradiction is reported for the innermost schema that has it. */
  #visitInside(schema: Schema): void {
    if (schema.kind === "boolean") return;
    for (const { schema: child, role } of childrenOf(schema)) {
      const isAsserted = role.kind !== "condition" || role.isAsserted;
      if (!isAsserted || this.#models.byId.has(child.id)) continue;
      this.#visitInside(child);
      this.#visit(child, undefined);
    }
  }

  /** @param model The model that the schema is, if it is one. */
  #visit(schema: Schema, model: Model | undefined): void {
    const checks = lowerOwn(schema, this.#models);
    if (isOnlyTyped(checks)) return;
    const why = this.#reasoner.whyEmpty(checks);
    if (why === undefined) {
      for (const [type, each] of this.#reasoner.whyTypesEmpty(checks)) {
        if (each.isIntended !== true) {
          this.#add(each, schema, { what: `no ${type}`, isOrigin: false });
        }
      }
      for (const [name, each] of this.#reasoner.whyMembersEmpty(checks)) {
        const what = `no value of the property ${JSON.stringify(name)}`;
        this.#add(each, schema, { what, isOrigin: false });
      }
    } else if (why.isReported !== true && (why.isIntended !== true || model !== undefined)) {
      const isOrigin = this.#reasoner.isOrigin(checks, why);
      this.#add(why, schema, { what: "nothing", isOrigin, model });
    }
  }

  #add(
    contradiction: Contradiction,
    schema: Schema,
    {
      what,
      isOrigin,
      model,
    }: {
      readonly what: string;
      readonly isOrigin: boolean;
      readonly model?: Model | undefined;
    },
  ): void {
    const isNear = contradiction.sides.some(({ at }) => isWithin(at, schema.place));
    const rank = (isOrigin ? 2 : 0) + (isNear ? 1 : 0);
    const key = keyOf(contradiction);
    const known = this.found.get(key);
    if (known === undefined) {
      const models = new Set(model === undefined ? [] : [model]);
      this.found.set(key, { contradiction, what, schema, rank, models });
      return;
    }
    if (model !== undefined) known.models.add(model);
    if (rank > known.rank) {
      known.schema = schema;
      known.rank = rank;
    }
  }
}

/** Whether checks only ask for a type, as those of most schemas do. */
function isOnlyTyped([first, ...others]: Checks): boolean {
  return first?.kind === "types" && first.types.length > 0 && others.length === 0;
}

function report({ contradiction, what, schema, models }: Found, log: DiagnosticLog): void {
  const { clause, place, related } = describeContradiction(contradiction, schema);
  const direction = directionOf(schema.id);
  const where = direction === undefined ? "here" : `here in ${direction}s`;
  log.warning({
    code: "nothing-valid",
    message: `${what} is valid ${where}: ${clause}${followers(schema, models)}`,
    help:
      contradiction.isIntended === true || contradiction.sides.length === 1
        ? "describe what is valid, or remove the schema"
        : "change one of them, so that they agree",
    place,
    ...(related.length > 0 && { related }),
  });
}

/** The models, other than the schema itself, that accept nothing because of it. */
function followers(schema: Schema, models: ReadonlySet<Model>): string {
  const names = [...models]
    .filter((model) => model.direction === undefined && model.schema !== schema)
    .map(({ name }) => name);
  if (names.length === 0) return "";
  const shown = names.slice(0, maxNames).join(", ");
  const rest = names.length - maxNames;
  return `; so nothing is valid under ${shown}${rest > 0 ? ` and ${count(rest, "other model")}` : ""}`;
}

const maxNames = 3;

/** A text that is the same for contradictions between the same keywords. */
function keyOf({ sides }: Contradiction): string {
  const places = sides.map(({ text, at }) => (at === undefined ? text : keyOfPlace(at)));
  return [...new Set(places)].toSorted().join(" ");
}
