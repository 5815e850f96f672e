import type { Finding, Path } from "./collect.js";
import { expectation, print } from "./describe.js";
import { isArray } from "./values.js";

/** With more schemas, or with more findings of one, the text would be too long to read. */
const mostSchemas = 8;
const mostFindings = 3;

/** Of schemas that find more than this, what they have in common is not looked for. */
const mostCompared = 50;

/**
 * What is wrong with a value that several schemas are equally far from.
 *
 * @param results - What each of them finds.
 * @param failure - What is wrong with the value, but for what was expected.
 * @returns What all of them find, and one finding that names what else each of them asks for; where
 *   that is too much, the findings of the first.
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
  const wishes = rests.map((rest) => rest.map((finding) => wish(finding, depth)).join(" and "));
  const areMissing = rests.flat().every(isMissing);
  return [
    ...shared,
    {
      ...failure,
      expected: unique(wishes).join(", or "),
      ...(areMissing && { received: noneOfThese }),
    },
  ];
}

/** What was received where all that several schemas ask for is missing. */
const noneOfThese = "none of these";

/** Whether it is that a property is missing, or one of several. */
export function isMissing({ value, received }: Finding): boolean {
  return value === undefined || received === noneOfThese;
}

function has(findings: readonly Finding[], finding: Finding): boolean {
  // Most are the very same: to look for that takes no time.
  return findings.includes(finding) || findings.some((other) => isSame(other, finding));
}

/** Whether two findings say the same. */
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

/** Whether the same keys lead to two values. */
export function isSamePlace(left: Path | null, right: Path | null): boolean {
  // Ways that have joined go on together.
  while (left !== right) {
    while (left?.[1] === null) left = left[0];
    while (right?.[1] === null) right = right[0];
    if (left?.[1] !== right?.[1]) return false;
    left = left?.[0] ?? null;
    right = right?.[0] ?? null;
  }
  return true;
}

/** What any of several findings expects: values in one list, or else texts. */
function joinExpected(findings: readonly Finding[]): string | readonly unknown[] {
  const expected = findings.map((finding) => finding.expected);
  if (expected.every(isArray)) return unique(expected.flat());
  return unique(expected.map(expectation)).join(" or ");
}

/** What was expected, as text, without the reasons for it: each begins with the name of a property. */
export function withoutReason({ expected }: Finding): string {
  return expectation(expected).split(" because `", 1).join("");
}

/** What a finding asks for, as seen from a value some keys above. */
function wish({ path, expected, value }: Finding, depth: number): string {
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
