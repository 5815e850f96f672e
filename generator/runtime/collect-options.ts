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

/**
 * One of several schemas: that of a model, one without a name, or types that the value does not
 * have.
 */
export type Option = string | Collector | NamedOption;

interface NamedOption extends Partial<CollectingSchema> {
  readonly name: string;
  readonly "~collect": Collector;
}

/**
 * Collects the findings about a value that at least one of several schemas must accept: none, if
 * one does; otherwise those of the closest schema.
 *
 * @param schemaPath - The place of the keyword, if the path does not imply it.
 * @returns The indexes of the closest schemas, if none accepts the value.
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
  // If exactly one type is possible, any of the schemas may match.
  const keyword = schemaPath?.split("/").pop() ?? "anyOf";
  return addClosest(results, { path, keyword, expected: "", value, schemaPath });
}

/** The same for a value that exactly one schema must accept. */
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
 * Adds the findings of the closest schemas: among those for values of this type, the ones whose
 * constants fit best, and that have the fewest findings.
 *
 * @param failure - The finding about the value, without the expectation.
 * @returns The indexes of these schemas.
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

/** The distance of a schema from a value, for comparison with others. */
function rankOf(findings: readonly Finding[], { path, value }: Finding): number {
  if (isForOtherTypes(findings, value)) return Infinity;
  const depth = keysOf(path).length + 1;
  // A constant property tells schemas apart, and counts more than all others.
  const tags = findings.filter(
    (finding) => isConstant(finding) && keysOf(finding.path).length === depth,
  );
  // A wrong value shows that the property was meant, unlike a missing one.
  const missing = findings.filter(isMissing);
  return tags.length * 1e6 + findings.length + missing.length / 1e6;
}

/** Whether only one value is right: a constant may also be written as `enum`. */
function isConstant({ expected, value }: Finding): boolean {
  return value !== undefined && isArray(expected) && expected.length === 1;
}

/** Whether a schema only finds that a value has another type. */
function isForOtherTypes([first, ...others]: readonly Finding[], value: unknown): boolean {
  if (first === undefined || others.length > 0 || first.value !== value) return false;
  return isArray(first.expected)
    ? first.expected.every((literal) => typeOf(literal) !== typeOf(value))
    : first.keyword === "type";
}

function typeOf(value: unknown): string {
  return value === null ? "null" : isArray(value) ? "array" : typeof value;
}
