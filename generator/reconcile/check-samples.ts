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

/** The result of checking samples with guards. */
export interface Checked {
  /** The schemas that the guards are made from. */
  readonly schemas: Schemas;
  /** The schemas that the document uses. */
  readonly all: readonly Schema[];
  /** Returns the issues of a sample or a part of one, or undefined if its schema is not a model. */
  readonly issuesOf: (sample: SampledValue) => readonly Issue[] | undefined;
}

/**
 * Makes guards for samples.
 *
 * @param document The document.
 * @param samples The samples to check.
 * @param config The settings.
 */
export function checkSamples(
  document: Document,
  samples: readonly Sample[],
  config: Config,
): Checked {
  const log = new DiagnosticLog();
  const written = openSchemas(document, config, log);
  // Samples can belong to any schema, even one that is not generated.
  const roots = withSampled(rootPlaces(document, {}, log), samples, document);
  const schemas = readHierarchies(
    document,
    written,
    rootsAt(roots, written).map(({ schema }) => schema),
    undefined,
    log,
  );
  // Models are not shared, so that each issue points to the schema of its own value.
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

/** Adds the schemas of samples to the roots, including those of properties and of text parameters. */
function withSampled(
  named: readonly RootPlace[],
  samples: readonly SampledSchema[],
  document: Document,
): readonly RootPlace[] {
  const roots = new Map(named.map((root) => [keyOfPlace(root.place), root]));
  for (const { schema: place, direction } of samples) {
    const key = keyOfPlace(place);
    const known = roots.get(key);
    // Marked as a body, because other schemas may be too small to become models.
    if (known?.names !== undefined) roots.set(key, { ...known, isBody: true });
    else if (known === undefined && valueAt(place, document) !== undefined) {
      roots.set(key, { place, direction, names: ["Sampled"], isBody: true });
    }
  }
  return [...roots.values()];
}
