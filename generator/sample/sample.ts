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
import { loadArbitrary, randomValues } from "./load-arbitraries.js";
import { nearMisses, type NearMiss } from "./near-misses.js";
import { ValueSearch } from "./value-search.js";

/** Which values to make, and from which document. */
export interface SampleOptions extends DocumentOptions {
  /** The name of a model, or of its component. */
  readonly model: string;
  /** How many values to make at most, of each kind. Default: 10. */
  readonly count?: number | undefined;
  /**
   * The seed of random values, an integer of 32 bits. They are made by the arbitrary that the output
   * `arbitraries` writes, and shrink as it does. Default: values are found by a search.
   */
  readonly seed?: number | undefined;
  /** Whether to make invalid values, too. Default: false. */
  readonly invalid?: boolean | undefined;
}

/** Values of a model. */
export interface SampleResult {
  /**
   * Valid values: the simplest one, and then values that differ from it in one respect, such as a property
   * that is present, another literal, another option, or a bound that is met exactly. With a seed, random
   * values.
   */
  readonly valid: readonly Json[];
  /** With `invalid`, values with exactly one issue, one for each keyword; otherwise none. */
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
  seed: "seed",
  invalid: "flag",
} as const satisfies Record<keyof SampleOptions, OptionKind>;

/**
 * Makes values of a model: valid ones, and ones that break a single keyword. The guard of the model has
 * checked each of them. The same document, and the same seed, give the same values.
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
    return samplesOf(model, guard, read, options);
  });
  return { ...(result ?? { valid: [], invalid: [] }), diagnostics };
}

/**
 * Makes values of a model of a document that was read.
 *
 * @param guard The guard of the model.
 * @param options How many values to make, and of which kinds.
 */
function samplesOf(
  model: Model,
  guard: Guard,
  read: ReadModels,
  { count = 10, seed, invalid = false }: SampleOptions,
): Omit<SampleResult, "diagnostics"> {
  const { id, schema } = model;
  const { models } = read;
  const reasoner = reasonerOf(models);
  const made =
    seed === undefined
      ? new ValueSearch(reasoner).values(checksOfSchema(schema, models))
      : randomValues(loadArbitrary(read, model), seed);
  const wanted = invalid ? Math.max(count, mostChanged) : count;
  const valid = first(made, wanted, (value) => guard(value).length === 0);
  if (valid.length > 0) {
    const changed = invalid ? first(nearMisses(valid, guard), count) : [];
    return { valid: valid.slice(0, count), invalid: changed };
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
