import { describeFinding } from "./describe.js";
import type { Issue, ValidationOptions } from "./issue.js";

/**
 * Where a value is: the key that leads to it, where the value around it is, and how its schema is
 * found from the one around it, if not by `properties` or `items`. Without a key it is the same
 * value, for which the schema at a place of the document takes over.
 */
export type Path = readonly [around: Path, key: string | number | null, schema?: string] | null;

/** Something wrong with a value, before it is put into words. */
export interface Finding {
  readonly path: Path;
  readonly keyword: string;
  /** What would have been right: a text to follow the word "expected", or the values themselves. */
  readonly expected: string | readonly unknown[];
  readonly value: unknown;
  /** Where the document says so; left out where the path tells. */
  readonly schemaPath?: string | undefined;
  /** The property that was probably meant. */
  readonly meant?: string | undefined;
}

/** Adds what is wrong with a value to a list. */
export type Collector = (value: unknown, path: Path, findings: Finding[]) => void;

/**
 * What a collector finds wrong with a whole value.
 *
 * @param schema - The schema that is meant, if the collector does not say so.
 */
export function collect(
  collector: Collector,
  value: unknown,
  options?: ValidationOptions,
  schema = "",
): readonly Issue[] {
  const findings: Finding[] = [];
  collector(value, enter(null, schema), findings);
  return findings.map((finding) => describeFinding(finding, options?.hideValues));
}

/** The path of the same value under the schema of a model. */
export function enter(path: Path, schema: string): Path {
  return [path, null, schema];
}

/**
 * Adds a finding. Of a value that is missing it is always that: what it would have to be does not
 * matter.
 *
 * @param schemaPath - Where the keyword is, if the path does not tell.
 */
export function report(
  findings: Finding[],
  path: Path,
  keyword: string,
  expected: string | readonly unknown[],
  value: unknown,
  schemaPath?: string,
): void {
  if (value === undefined) {
    keyword = "required";
    schemaPath = undefined;
  }
  findings.push({ path, keyword, expected, value, schemaPath });
}

/** Adds a finding about a property of an object, as {@link report} does. */
export function reportProperty(
  findings: Finding[],
  path: Path,
  keyword: string,
  expected: string | readonly unknown[],
  object: Record<string, unknown>,
  name: string,
  schemaPath?: string,
): void {
  report(findings, [path, name], keyword, expected, object[name], schemaPath);
}
