import {
  add,
  findingsOf,
  type CollectingSchema,
  type Collector,
  type Finding,
  type Path,
} from "./collect.js";
import { isMissing, keysOf, mergeFindings } from "./merge-findings.js";
import { isArray } from "./values.js";

/** One of several schemas: that of a model, one without a name, or types that the value is not of. */
export type Option = string | Collector | NamedOption;

interface NamedOption extends Partial<CollectingSchema> {
  readonly name: string;
  readonly "~collect": Collector;
}

/**
 * Collects what is wrong where at least one of several schemas has to accept the value: nothing if
 * one does, or else the findings of the one that comes closest.
 *
 * @param schemaPath - Where the keyword is, if the path does not tell.
 * @returns Which ones come closest where none accepts the value, by their indexes.
 */
export function collectAnyOf(
  value: unknown,
  path: Path,
  options: readonly Option[],
  schemaPath?: string,
): readonly number[] {
  const results: (readonly Finding[])[] = [];
  for (const option of options) {
    const findings = findingsUnder(option, value, path);
    if (findings.length === 0) return [];
    results.push(findings);
  }
  // What can only be one of them is read as any of them.
  const keyword = schemaPath?.split("/").pop() ?? "anyOf";
  return addClosest(results, { path, keyword, expected: "", value, schemaPath });
}

/** The same where exactly one schema has to accept the value. */
export function collectOneOf(
  value: unknown,
  path: Path,
  options: readonly Option[],
  schemaPath?: string,
): readonly number[] {
  const results = options.map((option) => findingsUnder(option, value, path));
  const failure = { path, keyword: "oneOf", expected: "", value, schemaPath };
  const matching = options.flatMap((option, index) =>
    results[index]?.length === 0 ? [nameOf(option) ?? `schema ${index + 1}`] : [],
  );
  if (matching.length === 0) return addClosest(results, failure);
  if (matching.length > 1) {
    const names = options.map(nameOf).filter((name) => name !== undefined);
    const isNamed = names.length === options.length && names.length <= 10;
    const all = isNamed ? names.join(", ") : `${options.length} schemas`;
    const received = matching.join(" and ");
    add(path, { ...failure, expected: `exactly one of ${all}`, received });
  }
  return [];
}

function findingsUnder(option: Option, value: unknown, path: Path): readonly Finding[] {
  if (typeof option === "string") return [{ path, keyword: "type", expected: option, value }];
  if (typeof option === "function") return findingsOf(option, value, path);
  return findingsOf(option["~collect"], value, isModel(option) ? [path, null, option] : path);
}

function isModel(option: NamedOption): option is NamedOption & CollectingSchema {
  return option["~place"] !== undefined;
}

function nameOf(option: Option): string | undefined {
  return typeof option === "object" ? option.name : undefined;
}

/**
 * Adds the findings of the schemas that come closest: of those for values of this type, those whose
 * constants fit best, and which find the least.
 *
 * @param failure - What is wrong with the value, but for what was expected.
 * @returns Which schemas these are.
 */
function addClosest(results: readonly (readonly Finding[])[], failure: Finding): readonly number[] {
  const { path } = failure;
  const ranks = results.map((findings) => rankOf(findings, failure));
  const best = Math.min(...ranks);
  const indexes = ranks.flatMap((rank, index) => (rank === best ? [index] : []));
  const closest = results.filter((_, index) => ranks[index] === best);
  for (const finding of mergeFindings(closest, failure)) add(path, finding);
  return indexes;
}

/** How far a schema is from a value, in comparison with others. */
function rankOf(findings: readonly Finding[], { path, value }: Finding): number {
  if (isForOtherTypes(findings, value)) return Infinity;
  const depth = keysOf(path).length + 1;
  // A property that is a constant tells schemas apart, and weighs more than all others.
  const tags = findings.filter(
    (finding) => isConstant(finding) && keysOf(finding.path).length === depth,
  );
  // Who writes a wrong value means the property rather than who leaves it out.
  const missing = findings.filter(isMissing);
  return tags.length * 1e6 + findings.length + missing.length / 1e6;
}

/** Whether just one value is right: a constant may be written as `enum`, too. */
function isConstant({ expected, value }: Finding): boolean {
  return value !== undefined && isArray(expected) && expected.length === 1;
}

/** Whether a schema finds nothing but that a value is of another type. */
function isForOtherTypes([first, ...others]: readonly Finding[], value: unknown): boolean {
  if (first === undefined || others.length > 0 || first.value !== value) return false;
  return isArray(first.expected)
    ? first.expected.every((literal) => typeOf(literal) !== typeOf(value))
    : first.keyword === "type";
}

function typeOf(value: unknown): string {
  return value === null ? "null" : isArray(value) ? "array" : typeof value;
}
