import { checkOptions, type OptionKind } from "../config/check-options.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import type { Json } from "../core/json.js";
import { documentOptions, type DocumentOptions } from "../load/document-options.js";
import { checksOfSchema } from "../model/lower.js";
import { reasonerOf } from "../model/empty-schemas.js";
import type { ReadModels } from "../model/read-models.js";
import type { Model } from "../model/model.js";
import { diagnoseModels } from "../validate/diagnose-models.js";
import { findModel } from "../validate/find-model.js";
import type { Guard } from "../validate/guard.js";
import { loadGuards } from "../validate/load-guards.js";
import { nearMisses, type NearMiss } from "./near-misses.js";
import { ValueSearch } from "./value-search.js";

/** Which values to make, and from which document. */
export interface SampleOptions extends DocumentOptions {
  /** The name of a model, or of its component. */
  readonly model: string;
  /** How many values to make at most, of each kind. Default: 10. */
  readonly count?: number | undefined;
}

/** Values of a model. */
export interface SampleResult {
  /**
   * Valid values: the simplest one, and then values that differ from it in one respect, such as a property
   * that is present, another literal, another option, or a bound that is met exactly.
   */
  readonly valid: readonly Json[];
  /** Values with exactly one issue, one for each keyword. */
  readonly invalid: readonly NearMiss[];
  /** Why there is no valid value: nothing satisfies the schema, or none was found. */
  readonly none?: "nothing-valid" | "not-found";
  /** The errors and warnings about the document and the settings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

const kinds = {
  ...documentOptions,
  model: "text",
  count: "count",
} as const satisfies Record<keyof SampleOptions, OptionKind>;

/**
 * Makes values of a model: valid ones, and ones that break a single keyword. The guard of the model has
 * checked each of them. The same document gives the same values.
 *
 * @param options The document, the model, and how many values to make.
 * @returns The values. Errors in the document or the settings, and a missing model, are in `diagnostics`;
 *   an exception is a fault of Guardsmith.
 */
export async function sample(options: SampleOptions): Promise<SampleResult> {
  const checked = (): DocumentOptions => {
    checkOptions(options, kinds, ["spec", "model"]);
    return options;
  };
  const { result, diagnostics } = await diagnoseModels(checked, (read) => {
    const model = findModel(options.model, read.models);
    const guard = loadGuards(read, [model]).get(model.name);
    if (guard === undefined) throw new Error(`${model.name} has no guard`);
    return samplesOf(model, guard, read, options.count ?? 10);
  });
  return { ...(result ?? { valid: [], invalid: [] }), diagnostics };
}

/**
 * Makes values of a model of a document that was read.
 *
 * @param guard The guard of the model.
 * @param count How many values of each kind to make at most.
 */
function samplesOf(
  { id, schema }: Model,
  guard: Guard,
  { models }: Pick<ReadModels, "models">,
  count: number,
): Omit<SampleResult, "diagnostics"> {
  const reasoner = reasonerOf(models);
  const found = new ValueSearch(reasoner).values(checksOfSchema(schema, models));
  const valid = first(found, Math.max(count, mostChanged), (value) => guard(value).length === 0);
  if (valid.length > 0) {
    return { valid: valid.slice(0, count), invalid: first(nearMisses(valid, guard), count) };
  }
  const isEmpty = reasoner.whyEmpty(reasoner.models.checksOf(id)) !== undefined;
  return { valid, invalid: [], none: isEmpty ? "nothing-valid" : "not-found" };
}

/** How many valid values are made at least, to find more invalid ones by changing them. */
const mostChanged = 100;

/** Returns the first items of an iterable that fulfil a condition. */
function first<Item>(
  items: Iterable<Item>,
  count: number,
  isWanted: (item: Item) => boolean = () => true,
): readonly Item[] {
  const found: Item[] = [];
  if (count <= 0) return found;
  for (const item of items) {
    if (!isWanted(item)) continue;
    found.push(item);
    if (found.length >= count) break;
  }
  return found;
}
