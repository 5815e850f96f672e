import { findingsOf, type Collector, type Finding, type Path } from "./collect.js";

/**
 * Collects what is wrong where at least one of several schemas has to accept the value: nothing if
 * one does, or else the findings of the one that comes closest.
 */
export function collectAnyOf(value: unknown, path: Path, branches: readonly Collector[]): void {
  const results: Finding[][] = [];
  for (const branch of branches) {
    const findings: Finding[] = [];
    branch(value, [path, null, undefined, findings]);
    if (findings.length === 0) return;
    results.push(findings);
  }
  addClosest(results, value, path);
}

/** The same where exactly one schema has to accept the value. */
export function collectOneOf(
  value: unknown,
  path: Path,
  branches: readonly Collector[],
  schemaPath?: string,
): void {
  const results: Finding[][] = [];
  for (const branch of branches) {
    const findings: Finding[] = [];
    branch(value, [path, null, undefined, findings]);
    results.push(findings);
  }
  const matches = results.filter((findings) => findings.length === 0).length;
  if (matches === 0) {
    addClosest(results, value, path);
  } else if (matches > 1) {
    const expected = `a match with exactly one of ${branches.length} schemas, not with ${matches}`;
    findingsOf(path).push({ path, keyword: "oneOf", expected, value, schemaPath });
  }
}

/**
 * Adds the findings of the schema that comes closest: the one with the fewest, of those for values
 * of this type. If there is none, then the types that the schemas are for.
 */
function addClosest(results: readonly (readonly Finding[])[], value: unknown, path: Path): void {
  const findings = findingsOf(path);
  const fitting = results.filter(
    ([first, ...others]) => first?.keyword !== "type" || first.value !== value || others.length > 0,
  );
  const [closest] = [...fitting].sort((left, right) => left.length - right.length);
  const [first] = results.flat();
  if (closest !== undefined) {
    for (const finding of closest) findings.push(finding);
  } else if (first !== undefined) {
    const types = new Set(results.flat().flatMap(({ expected }) => expected));
    findings.push({ ...first, expected: [...types].join(" or ") });
  }
}
