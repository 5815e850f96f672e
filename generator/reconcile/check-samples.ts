import type { Config } from "../config/config.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import { type Document, valueAt } from "../openapi/document.js";
import { collectModels } from "../model/collect.js";
import { modelAt } from "../model/model-at.js";
import type { Model } from "../model/model.js";
import { rootPlaces, rootsAt, type RootPlace } from "../model/roots.js";
import { keyOfPlace } from "../core/place.js";
import type { Issue } from "../runtime/issue.js";
import type { Schema } from "../schema/schema.js";
import { readHierarchies } from "../schema/hierarchies/read-hierarchies.js";
import { openSchemas, type Schemas } from "../schema/schemas.js";
import { loadGuards } from "../validate/load-guards.js";
import { reachableModels } from "../validate/reachable-models.js";
import { schemasOf } from "./all-schemas.js";
import type { Sample, SampledSchema } from "./sample.js";

/** A value, and the schema that it has to be valid under. */
export type SampledValue = Pick<Sample, "schema" | "direction" | "value">;

/** What guards say of samples. */
export interface Checked {
  /** The schemas that the guards are made from. */
  readonly schemas: Schemas;
  /** All of these that the document uses. */
  readonly all: readonly Schema[];
  /** What is wrong with a sample, or with a part of one; undefined, if its schema is no model. */
  readonly issuesOf: (sample: SampledValue) => readonly Issue[] | undefined;
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
  const written = openSchemas(document, config, log);
  // Samples can belong to any schema, whatever is generated, and wherever it stands.
  const roots = withSampled(rootPlaces(document, {}, log), samples, document);
  const schemas = readHierarchies(
    document,
    written,
    rootsAt(roots, written).map(({ schema }) => schema),
    undefined,
    log,
  );
  // What is wrong with a value has to be told where its own schema stands.
  const models = collectModels(document, schemas, { ...config, roots, sharesModels: false }, log);
  const modelOf = ({ schema, direction }: SampledSchema): Model | undefined =>
    valueAt(schema, document) === undefined
      ? undefined
      : modelAt(schema, direction, schemas, models);
  const wanted = new Set(samples.flatMap((sample) => modelOf(sample) ?? []));
  const { all } = reachableModels(models, wanted);
  const guards = loadGuards({ document, schemas, models }, all);
  return {
    schemas,
    all: schemasOf(document, schemas, models),
    issuesOf: (sample) => {
      const model = modelOf(sample);
      return model && guards.get(model.name)?.(sample.value, { maxIssues: Infinity });
    },
  };
}

/** Makes the schemas of samples roots as well: those of properties, or of parameters that are texts. */
function withSampled(
  named: readonly RootPlace[],
  samples: readonly SampledSchema[],
  document: Document,
): readonly RootPlace[] {
  const roots = new Map(named.map((root) => [keyOfPlace(root.place), root]));
  for (const { schema: place, direction } of samples) {
    const key = keyOfPlace(place);
    const known = roots.get(key);
    // What is no body may be too small to be a model otherwise.
    if (known?.names !== undefined) roots.set(key, { ...known, isBody: true });
    else if (known === undefined && valueAt(place, document) !== undefined) {
      roots.set(key, { place, direction, names: ["Sampled"], isBody: true });
    }
  }
  return [...roots.values()];
}
