import type { Issue } from "./issue.js";
import { isArray, isObject } from "./values.js";

/** Where a value is: the key that leads to it, and where the value around it is. */
export type Path = readonly [around: Path, key: string | number] | null;

/** Adds what is wrong with a value to a list of issues. */
export type Collector = (value: unknown, path: Path, issues: Issue[]) => void;

/** What a collector finds wrong with a whole value. */
export function collect(collector: Collector, value: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  collector(value, null, issues);
  return issues;
}

/**
 * Adds an issue.
 *
 * @param expected - What would have been right, to follow the word "expected".
 */
export function report(
  issues: Issue[],
  path: Path,
  keyword: string,
  expected: string,
  value: unknown,
): void {
  issues.push(
    value === undefined
      ? {
          path: keysOf(path),
          keyword: "required",
          message: `expected ${expected}, but it is missing`,
        }
      : {
          path: keysOf(path),
          keyword,
          message: `expected ${expected}, received ${describe(value)}`,
        },
  );
}

/** What is expected of a value that has to be one of a list. */
export function oneOf(values: readonly unknown[]): string {
  return `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
}

/**
 * Collects what is wrong where at least one of several schemas has to accept the value: nothing if
 * one does, or else the issues of the one that comes closest.
 */
export function collectAnyOf(
  value: unknown,
  path: Path,
  issues: Issue[],
  branches: readonly Collector[],
): void {
  const closest = closestOf(branches.map((branch) => issuesOf(branch, value, path)));
  for (const issue of closest) issues.push(issue);
}

/** The same where exactly one schema has to accept the value. */
export function collectOneOf(
  value: unknown,
  path: Path,
  issues: Issue[],
  branches: readonly Collector[],
): void {
  const results = branches.map((branch) => issuesOf(branch, value, path));
  const matches = results.filter((result) => result.length === 0).length;
  if (matches > 1) {
    report(issues, path, "oneOf", `a match with exactly one of ${branches.length} schemas`, value);
  } else {
    for (const issue of closestOf(results)) issues.push(issue);
  }
}

function issuesOf(collector: Collector, value: unknown, path: Path): readonly Issue[] {
  const issues: Issue[] = [];
  collector(value, path, issues);
  return issues;
}

function closestOf(results: readonly (readonly Issue[])[]): readonly Issue[] {
  return results.reduce((closest, result) => (result.length < closest.length ? result : closest));
}

function keysOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at !== null; at = at[0]) keys.push(at[1]);
  return keys.reverse();
}

const longest = 60;

function describe(value: unknown): string {
  if (value === null) return "null";
  if (isArray(value)) return `an array of ${value.length}`;
  if (isObject(value)) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : printScalar(value);
  const short = text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return `${short} (${typeof value})`;
}

function printScalar(value: unknown): string {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "a value";
}
