import type { Collector, Finding, Path } from "./collect.js";

/**
 * Collects what is wrong where at least one of several schemas has to accept the value: nothing if
 * one does, or else the findings of the one that comes closest.
 */
export function collectAnyOf(
  value: unknown,
  path: Path,
  findings: Finding[],
  branches: readonly Collector[],
): void {
  const results: Finding[][] = [];
  for (const branch of branches) {
    const result: Finding[] = [];
    branch(value, path, result);
    if (result.length === 0) return;
    results.push(result);
  }
  addClosest(findings, results, value);
}

/** The same where exactly one schema has to accept the value. */
export function collectOneOf(
  value: unknown,
  path: Path,
  findings: Finding[],
  branches: readonly Collector[],
  schemaPath?: string,
): void {
  const results: Finding[][] = [];
  let matches = 0;
  for (const branch of branches) {
    const result: Finding[] = [];
    branch(value, path, result);
    if (result.length === 0) matches += 1;
    results.push(result);
  }
  if (matches === 0) {
    addClosest(findings, results, value);
  } else if (matches > 1) {
    const expected = `a match with exactly one of ${branches.length} schemas, not with ${matches}`;
    findings.push({ path, keyword: "oneOf", expected, value, schemaPath });
  }
}

/**
 * Adds the findings of the schema that comes closest: the one with the fewest, of those for values
 * of this type. If there is none, then the types that the schemas are for.
 */
function addClosest(
  findings: Finding[],
  results: readonly (readonly Finding[])[],
  value: unknown,
): void {
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
