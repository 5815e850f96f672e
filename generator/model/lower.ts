import type { Keywords } from "../schema/keywords/keyword-values.js";
import { forEachKeyword, mapKeywords } from "../schema/keywords/keywords.js";
import type { LowerContext } from "../schema/keywords/keyword.js";
import type { Model, Models } from "./model.js";
import { modelOf } from "./model-of.js";
import { schemaFields, type Fields } from "../openapi/objects.js";
import { keywordPlace, type ObjectSchema, type Schema } from "../schema/schema.js";
import { findTag } from "../schema/tags.js";
import type { Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import { parsePointer } from "../core/pointer.js";
import type { Check, Checks, Evaluated, EvaluationTarget } from "../checks/check.js";
import type { CheckedModels } from "../checks/accepts.js";
import { optimize } from "../checks/optimize.js";

/** The models of a document, as checks refer to them. */
export function checkedModels(models: Models): CheckedModels {
  return {
    checksOf: (id) => lowerOwn(modelOf(id, models).schema, models),
    evaluatedBy: (id, target) => evaluatedByOwn(modelOf(id, models).schema, target, models),
  };
}

/** The checks of a schema, keyword by keyword. */
export function checksOfSchema(schema: Schema, models: Models): Checks {
  return lowerOwn(schema, models);
}

/** The checks that the guard of a model makes, ready to be printed. */
export function checksOfModel({ schema }: Model, models: Models): Checks {
  return optimize(lowerOwn(schema, models));
}

/** The checks of a schema; for a model, a call of its guard. */
function lower(schema: Schema, models: Models): Checks {
  const model = models.byId.get(schema.id);
  return model === undefined ? lowerOwn(schema, models) : [callOf(model, models)];
}

function callOf({ id }: Model, models: Models): Check {
  return { kind: "call", model: nameOf(id, models) };
}

function nameOf(id: SchemaId, models: Models): SchemaId {
  return models.nameOf?.(id) ?? id;
}

/**
 * The checks of the keywords of each schema, computed once. `unevaluated…` then asks about a branch
 * with the same check object that the branch is checked with, and one function serves both.
 * Otherwise nested branches would double with each level.
 */
const lowered = new WeakMap<object, Map<Schema, Checks>>();

export function lowerOwn(schema: Schema, models: Models): Checks {
  // Some of the models of a document have the same checks as all of them.
  const key = models.nameOf ?? models.byId;
  let ofModels = lowered.get(key);
  if (ofModels === undefined) {
    ofModels = new Map();
    lowered.set(key, ofModels);
  }
  const known = ofModels.get(schema);
  if (known !== undefined) return known;
  const checks = lowerUnknown(schema, models);
  ofModels.set(schema, checks);
  return checks;
}

function lowerUnknown(schema: Schema, models: Models): Checks {
  if (schema.kind === "object") return lowerKeywords(schema, models);
  if (schema.value) return [];
  const within = holderOf(schema);
  return [
    { kind: "never", keyword: "false", at: schema.place, ...(within !== undefined && { within }) },
  ];
}

/**
 * The keyword that holds a schema, under its name in the document, which may be that of an older
 * version.
 */
function holderOf({ within, place }: Schema): string | undefined {
  if (within === undefined) return undefined;
  const fields: Fields = schemaFields;
  // In a list or a map, an index or a name follows the keyword.
  const isAlone = fields[within] === "Schema";
  return parsePointer(place.pointer).at(isAlone ? -1 : -2);
}

function lowerKeywords(schema: ObjectSchema, models: Models): Checks {
  const context = contextOf(schema, models);
  const found: Check[] = [];
  forEachKeyword(schema.keywords, ({ checks }, value, name) => {
    const own = checks?.(value, context) ?? [];
    if (own.length === 0) return;
    const place = keywordPlace(schema, name);
    for (const check of own) found.push(locate(check, place));
  });
  return found;
}

/** Adds to a check the place of its keyword. Checks of schemas inside already have theirs. */
function locate(check: Check, at: Place): Check {
  if (check.at !== undefined) return check;
  return check.kind === "when" || check.kind === "dependent"
    ? { ...check, at, checks: check.checks.map((inner) => locate(inner, at)) }
    : { ...check, at };
}

const noNumerals: ReadonlyMap<string, string> = new Map();

function contextOf(
  { keywords, numerals = noNumerals }: ObjectSchema,
  models: Models,
): LowerContext {
  const context: LowerContext = {
    keywords,
    numerals,
    checks: (schema) => lower(schema, models),
    nameOf: (id) => nameOf(id, models),
    call: (id) => callOf(modelOf(id, models), models),
    tag: (options) =>
      findTag(options, keywords.discriminator?.propertyName, (id) => models.byId.get(id)?.schema),
    evaluatedBeside: (target) => {
      const beside = Object.entries(keywords).filter(([name]) => !name.startsWith("unevaluated"));
      return evaluatedByKeywords(Object.fromEntries(beside), target, context);
    },
    evaluatedBy: (schema, target) => evaluatedBy(schema, target, models),
  };
  return context;
}

/** What a schema evaluates; see {@link Evaluated}. */
function evaluatedBy(
  schema: Schema,
  target: EvaluationTarget,
  models: Models,
): readonly Evaluated[] {
  const model = models.byId.get(schema.id);
  return model === undefined
    ? evaluatedByOwn(schema, target, models)
    : [{ kind: "model", model: nameOf(model.id, models) }];
}

/** What the schema of a model evaluates. */
export function evaluatedByOwn(
  schema: Schema,
  target: EvaluationTarget,
  models: Models,
): readonly Evaluated[] {
  if (schema.kind === "boolean") return [];
  return evaluatedByKeywords(schema.keywords, target, contextOf(schema, models));
}

function evaluatedByKeywords(
  keywords: Keywords,
  target: EvaluationTarget,
  context: LowerContext,
): readonly Evaluated[] {
  return mapKeywords(
    keywords,
    ({ evaluates }, value) => evaluates?.(value, target, context) ?? [],
  ).flat();
}
