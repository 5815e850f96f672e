import type { Contradiction } from "../checks/contradictions/contradiction.js";
import { Reasoner } from "../checks/contradictions/reasoner.js";
import type { SchemaId } from "../core/schema-id.js";
import type { Schema } from "../schema/schema.js";
import { checkedModels, lowerOwn } from "./lower.js";
import type { Models } from "./model.js";

const reasoners = new WeakMap<Models, Reasoner>();

/**
 * The reasoner that finds out why schemas of models accept nothing. There is one for each set of
 * models, which remembers its results.
 */
export function reasonerOf(models: Models): Reasoner {
  let reasoner = reasoners.get(models);
  if (reasoner === undefined) {
    reasoner = new Reasoner(checkedModels(models));
    reasoners.set(models, reasoner);
  }
  return reasoner;
}

/** The schemas under which nothing is valid. */
export interface EmptySchemas {
  readonly has: (schema: Schema) => boolean;
  readonly hasModel: (id: SchemaId) => boolean;
}

/** The schemas in models, and the models, under which nothing is valid. */
export function emptySchemas(models: Models): EmptySchemas {
  const reasoner = reasonerOf(models);
  return {
    has: (schema) => whyNothingIsValid(schema, models) !== undefined,
    hasModel: (id) => reasoner.whyEmpty(reasoner.models.checksOf(id)) !== undefined,
  };
}

/** Returns why nothing is valid under a schema, or undefined if a value may be valid. */
export function whyNothingIsValid(schema: Schema, models: Models): Contradiction | undefined {
  return reasonerOf(models).whyEmpty(lowerOwn(schema, models));
}
