import assert from "node:assert/strict";
import type { Json } from "../../generator/core/json.js";
import fc from "fast-check";
import { joinPointer, parsePointer, resolvePointer } from "../../generator/core/pointer.js";
import type { Oracle } from "./ajv-oracle.js";
import type { GuardIssue, Guards } from "../support/guards.js";
import { anyJson } from "./instances/any-json.js";
import { breakOne } from "./instances/break-one.js";

/** The property names and array indexes that lead to a place in a value. */
export type Path = readonly (string | number)[];

/** What the tests of this folder begin with: they find the same in every run. */
export const seed = 20260105;

/** How many of some instances are valid, and how many are not. */
export interface Tally {
  readonly valid: number;
  readonly invalid: number;
}

/**
 * Expects that the guards of a model agree with an oracle: about instances that are mostly valid,
 * about the same with one change, and about values of any kind, a third each.
 *
 * @returns how many there were of each
 */
export function expectAgreementAboutMany(
  guards: Guards,
  isValid: Oracle,
  instances: fc.Arbitrary<Json>,
  numRuns: number,
): Tally {
  const tally = { valid: 0, invalid: 0 };
  const changed = instances.chain((value) => breakOne(value)).map(({ value }) => value);
  fc.assert(
    fc.property(fc.oneof(instances, changed, anyJson()), (value) => {
      const expected = isValid(value);
      tally[expected ? "valid" : "invalid"] += 1;
      expectAgreement(guards, value, expected);
    }),
    { seed, numRuns },
  );
  return tally;
}

/**
 * Expects that both guards of a model judge a value as they have to: `isM` as said, `MSchema.validate`
 * likewise, with issues that each name a place in the value.
 *
 * @returns the issues
 */
export function expectAgreement(
  guards: Guards,
  value: Json,
  isValid: boolean,
): readonly GuardIssue[] {
  // Not by `expect`, which takes longer than all the rest: there are hundreds of thousands of calls.
  assert.equal(guards.is(value), isValid);
  const { issues, ...result } = guards.validate(value);
  if (isValid) {
    assert.equal(issues, undefined);
    assert.equal(result.value, value);
    return [];
  }
  assert.deepEqual(result, {});
  assert(issues !== undefined && issues.length > 0);
  for (const issue of issues) {
    const wrong = whatIsWrong(issue, value, guards.document);
    if (wrong !== undefined) assert.fail(`${wrong}: ${JSON.stringify(issue)}`);
  }
  return issues;
}

/** An issue has to name a place in the value, a keyword in the document, and say why. */
function whatIsWrong(
  issue: GuardIssue,
  value: Json,
  document: Json | undefined,
): string | undefined {
  const { path, pointer, keyword, message, expected, received, schemaPath } = issue;
  const isMissing = received === "undefined";
  const place = placeOf(issue, value);
  if (place !== (isMissing ? "missing property" : "value")) return `the place is ${place}`;
  if (pointer !== (path.length === 0 ? "" : joinPointer("", ...path))) return "the pointer";
  const reason = isMissing
    ? `missing, expected ${expected}`
    : `expected ${expected}, received ${received}`;
  if (!message.includes(reason)) return "the message";
  if (message.startsWith(reason) !== (path.length === 0)) return "the start of the message";
  if (document === undefined) return undefined;
  const at = schemaPath.replace(/^#/, "");
  const found = resolvePointer(document, at);
  if (found === undefined) return "there is no such schema";
  const tokens = parsePointer(at);
  // Of a schema that is `false`, the keyword that holds it is named, where one does.
  const isFalse = found === false && (keyword === "false" || tokens.at(-2) === keyword);
  return isFalse || tokens.at(-1) === keyword ? undefined : "the keyword";
}

/** What is at the place that an issue names. */
function placeOf({ path }: GuardIssue, value: Json): "value" | "missing property" | "nowhere" {
  let at: unknown = value;
  for (const [index, key] of path.entries()) {
    if (typeof at !== "object" || at === null) return "nowhere";
    if (Array.isArray(at) !== (typeof key === "number")) return "nowhere";
    if (!Object.hasOwn(at, key)) return index === path.length - 1 ? "missing property" : "nowhere";
    // An object that has the key is indexed by it.
    at = (at as Readonly<Record<string | number, unknown>>)[key];
  }
  return "value";
}

/** Whether a path is another one, or leads on from there. */
export function isWithin(path: Path, around: Path): boolean {
  return around.every((key, index) => path[index] === key);
}
