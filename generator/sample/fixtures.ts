import type { CheckOf, Checks } from "../checks/check.js";
import { Conjunction } from "../checks/contradictions/conjunction.js";
import { alternativesOf } from "../checks/alternatives-of.js";
import { isJsonArray, isJsonObject, type Json } from "../core/json.js";
import type { Fixture } from "../emit/fixtures.js";
import { reasonerOf } from "../model/empty-schemas.js";
import { checksOfSchema } from "../model/lower.js";
import type { Model, Models } from "../model/model.js";
import { modelOf } from "../model/model-of.js";
import { lowerFirst } from "../model/names.js";
import { ValueSearch } from "./value-search.js";

/** How many values are made to find the fullest one. */
const mostValues = 200;

/** How many values are tried until one can be written. */
const mostTried = 50;

/** How many options of a union get a value. */
const mostOptions = 20;

/**
 * Returns example values of a model: a minimal one, one with as many members as possible, and one for each
 * option, if it is a union.
 *
 * @param isWanted Whether a value is valid, and can be written as a literal.
 */
export function fixturesOf(
  { schema }: Model,
  models: Models,
  isWanted: (value: Json) => boolean,
): readonly Fixture[] {
  const reasoner = reasonerOf(models);
  const search = new ValueSearch(reasoner);
  const checks = checksOfSchema(schema, models);
  const values = first(search.values(checks), mostValues).filter(isWanted);
  const [minimal] = values;
  if (minimal === undefined) return [];
  const fixtures: Fixture[] = [
    { name: "minimal", value: minimal },
    { name: "full", value: fullest(values, isWanted) },
  ];
  const names = new Set(fixtures.map(({ name }) => name));
  for (const { name, checks: option } of optionsOf(checks, models)) {
    const value = first(search.values(option), mostTried).find(isWanted);
    if (value === undefined || names.has(name)) continue;
    names.add(name);
    fixtures.push({ name, value });
  }
  return fixtures;
}

/** Joins members of values, as long as the result is valid. */
function fullest(values: readonly Json[], isWanted: (value: Json) => boolean): Json {
  const [largest, ...others] = values.toSorted((left, right) => sizeOf(right) - sizeOf(left));
  let full = largest ?? null;
  for (const other of others) {
    if (!isJsonObject(full) || !isJsonObject(other)) continue;
    for (const [name, member] of Object.entries(other)) {
      const known = Object.hasOwn(full, name) ? full[name] : undefined;
      if (known !== undefined && sizeOf(known) >= sizeOf(member)) continue;
      const joined: Json = Object.fromEntries([...Object.entries(full), [name, member]]);
      if (isWanted(joined)) full = joined;
    }
  }
  return full;
}

/** How many values a value contains; null counts less than others. */
function sizeOf(value: Json): number {
  if (value === null) return 0;
  if (isJsonArray(value)) return value.reduce((sum: number, item) => sum + sizeOf(item), 2);
  if (!isJsonObject(value)) return value === "" || value === 0 ? 1 : 2;
  return Object.values(value).reduce((sum: number, member) => sum + 1 + sizeOf(member), 2);
}

interface Option {
  readonly name: string;
  readonly checks: Checks;
}

/** The options of a model that is a union, with their names. */
function optionsOf(checks: Checks, models: Models): readonly Option[] {
  const { flat } = new Conjunction([checks], reasonerOf(models).models);
  const union = flat
    .flatMap((check) => (check.kind === "when" ? check.checks : [check]))
    .find(isUnion);
  if (union === undefined) return [];
  const options = alternativesOf(union)?.slice(0, mostOptions) ?? [];
  return options.map((option, index) => {
    const called = option.find((check) => check.kind === "call");
    const name =
      called === undefined ? `option${index + 1}` : lowerFirst(modelOf(called.model, models).name);
    return { name, checks: [...checks, ...option] };
  });
}

function isUnion(check: Checks[number]): check is CheckOf<"any" | "one" | "switch"> {
  return check.kind === "any" || check.kind === "one" || check.kind === "switch";
}

function first(values: Iterable<Json>, count: number): readonly Json[] {
  const found: Json[] = [];
  for (const value of values) {
    found.push(value);
    if (found.length >= count) break;
  }
  return found;
}
