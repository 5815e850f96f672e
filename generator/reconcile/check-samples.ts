import type { Json } from "../core/json.js";
import type { Place } from "../core/place.js";
import type { Config } from "../config/config.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import { type Document, valueAt } from "../openapi/document.js";
import { directionAt } from "../openapi/direction.js";
import { collectModels } from "../model/collect.js";
import { modelAt } from "../model/model-at.js";
import type { Model } from "../model/model.js";
import { rootPlaces } from "../model/roots.js";
import type { Issue } from "../runtime/issue.js";
import type { Schema } from "../schema/schema.js";
import { openSchemas, type Schemas } from "../schema/schemas.js";
import { loadGuards } from "../validate/load-guards.js";
import type { Guard } from "../validate/guard.js";
import { reachableModels } from "../validate/reachable-models.js";
import { schemasOf } from "./all-schemas.js";
import type { Sample } from "./sample.js";

/** What guards say of samples. */
export interface Checked {
  /** The schemas that the guards are made from. */
  readonly schemas: Schemas;
  /** All of these that the document uses. */
  readonly all: readonly Schema[];
  /** What is wrong with a sample; undefined, if there is no model for its schema. */
  readonly issuesOf: (sample: Sample) => readonly Issue[] | undefined;
  /** What is wrong with a part of a sample under a schema; undefined, if that is no model. */
  readonly issuesUnder: (schema: Place, value: Json) => readonly Issue[] | undefined;
}

/**
 * Makes the guards that samples need, and asks them.
 *
 * @param document The document.
 * @param samples The samples that are asked about.
 * @param config The settings.
 */
export function checkSamples(
  document: Document,
  samples: readonly Sample[],
  config: Config,
): Checked {
  const log = new DiagnosticLog();
  const schemas = openSchemas(document, config, log);
  // Samples can belong to any schema, whatever is generated.
  const roots = rootPlaces(document, {}, log);
  // What is wrong with a value has to be told where its own schema stands.
  const models = collectModels(document, schemas, { ...config, roots, sharesModels: false }, log);
  const modelOf = (place: Place): Model | undefined =>
    valueAt(place, document) === undefined
      ? undefined
      : modelAt(place, directionAt(place, document), schemas, models);
  const wanted = new Set(samples.flatMap(({ schema }) => modelOf(schema) ?? []));
  const { all } = reachableModels(models, wanted);
  const guards = loadGuards({ document, schemas, models }, all);
  const guardAt = (place: Place): Guard | undefined => {
    const model = modelOf(place);
    return model && guards.get(model.name);
  };
  return {
    schemas,
    all: schemasOf(document, schemas, models),
    issuesOf: ({ schema, value }) => guardAt(schema)?.(value),
    issuesUnder: (schema, value) => guardAt(schema)?.(value),
  };
}
