import type { Finding, Path } from "./collect.js";
import { expectation, print } from "./describe.js";
import { isArray } from "./values.js";

/** With more schemas, or with more findings of one schema, the text would be too long to read. */
const mostSchemas = 8;
const mostFindings = 3;

/** If schemas have more findings than this, common ones are not searched for. */
const mostCompared = 50;

/**
 * Merges the findings of several schemas that are equally close to a value.
 *
 * @param results - The findings of each schema.
 * @param failure - The finding about the value, without the expectation.
 * @returns The findings that they have in common, and one finding that names what else each of them
 *   requires; if that is too long, the findings of the first schema.
 */
export function mergeFindings(
  results: readonly (readonly Finding[])[],
  failure: Finding,
): readonly Finding[] {
  const [first = [], ...others] = results;
  if (others.length === 0 || first.length > mostCompared) return first;
  const shared = first.filter((finding) => others.every((findings) => has(findings, finding)));
  const rests = results.map((findings) => findings.filter((finding) => !has(shared, finding)));
  const [[only] = [], ...more] = rests;
  if (only === undefined) return shared;
  const isOnePlace = rests.every(
    ([one, ...further]) => one && further.length === 0 && isSamePlace(one.path, only.path),
  );
  if (isOnePlace) {
    const expected = joinExpected(rests.flat());
    const merged = isSamePlace(only.path, failure.path) ? failure : { ...only, meant: undefined };
    return [...shared, { ...merged, expected }];
  }
  const isLong = more.length >= mostSchemas || rests.some(({ length }) => length > mostFindings);
  if (isLong) return first;
  const depth = keysOf(failure.path).length;
  const expectations = rests.map((rest) =>
    rest.map((finding) => expectationFrom(finding, depth)).join(" and "),
  );
  const areMissing = rests.flat().every(isMissing);
  return [
    ...shared,
    {
      ...failure,
      expected: unique(expectations).join(", or "),
      ...(areMissing && { received: noneOfThese }),
    },
  ];
}

/** The text for what was received if all properties that schemas require are missing. */
const noneOfThese = "none of these";

/** Whether a finding is about a missing property, or about several of which one is missing. */
export function isMissing({ value, received }: Finding): boolean {
  return value === undefined || received === noneOfThese;
}

function has(findings: readonly Finding[], finding: Finding): boolean {
  // Most are the same object, which is fast to find.
  return findings.includes(finding) || findings.some((other) => isSame(other, finding));
}

/** Whether two findings are equal. */
function isSame(left: Finding, right: Finding): boolean {
  return (
    left.keyword === right.keyword &&
    expectation(left.expected) === expectation(right.expected) &&
    isSamePlace(left.path, right.path)
  );
}

/** The keys that lead to a value. */
export function keysOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | null = path; at; at = at[0]) if (at[1] !== null) keys.unshift(at[1]);
  return keys;
}

/** Whether two paths have the same keys. */
export function isSamePlace(left: Path | null, right: Path | null): boolean {
  // Paths with the same object have the same keys from there on.
  while (left !== right) {
    while (left?.[1] === null) left = left[0];
    while (right?.[1] === null) right = right[0];
    if (left?.[1] !== right?.[1]) return false;
    left = left?.[0] ?? null;
    right = right?.[0] ?? null;
  }
  return true;
}

/** Joins what several findings expect: values into one list, otherwise texts. */
function joinExpected(findings: readonly Finding[]): string | readonly unknown[] {
  const expected = findings.map((finding) => finding.expected);
  if (expected.every(isArray)) return unique(expected.flat());
  return unique(expected.map(expectation)).join(" or ");
}

/**
 * The text for what was expected, without its reasons: each reason begins with the name of a
 * property.
 */
export function withoutReason({ expected }: Finding): string {
  return expectation(expected).split(" because `", 1).join("");
}

/** What a finding expects, as seen from a value some levels above. */
function expectationFrom({ path, expected, value }: Finding, depth: number): string {
  const name = keysOf(path)
    .slice(depth)
    .map((key) => (/^[a-z_]\w{0,59}$/i.test(String(key)) ? `.${key}` : `[${print(key)}]`))
    .join("")
    .replace(/^\./, "")
    .replace(/^.+(?=.{100}$)/, "…");
  if (name === "") return expectation(expected);
  if (value === undefined) return `\`${name}\``;
  return expected === "no such property"
    ? `no \`${name}\``
    : `\`${name}\` to be ${expectation(expected)}`;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
