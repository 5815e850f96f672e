import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accepts } from "../../generator/checks/accepts.js";
import type { Checks } from "../../generator/checks/check.js";
import { Reasoner } from "../../generator/checks/contradictions/reasoner.js";
import type { Json } from "../../generator/core/json.js";
import { randomRuns } from "../support/random-runs.js";
import { any, conditional, contains, items, not, one, property, required, when } from "./build.js";
import { flatRandomChecks, models, randomValue } from "./random-checks.js";

/** Two lists of checks that consist of some of the same lists, so that one often implies the other. */
const related: fc.Arbitrary<readonly [Checks, Checks]> = fc
  .array(flatRandomChecks, { minLength: 3, maxLength: 3 })
  .chain((lists) => {
    const checks = checksOver(lists);
    return fc.tuple(checks, checks);
  });

function checksOver(lists: readonly Checks[]): fc.Arbitrary<Checks> {
  const { term } = fc.letrec<{ term: Checks }>((tie) => {
    const inner = tie("term");
    const some = fc.array(inner, { minLength: 1, maxLength: 3 });
    return {
      term: fc.oneof(
        { maxDepth: 2, depthSize: "small" },
        fc.constantFrom<Checks>(...lists, []),
        some.map((each) => each.flat()),
        some.map((each) => [any(...each)]),
        some.map((each) => [one(...each)]),
        inner.map((each) => [not(...each)]),
        fc.tuple(inner, inner, inner).map((each) => [conditional(...each)]),
        fc.constant([when("object", required("a"))]),
        inner.map((each) => [when("object", property("a", ...each))]),
        inner.map((each) => [when("object", { kind: "dependent", name: "a", checks: each })]),
        inner.map((each) => [when("array", items(...each))]),
        inner.map((each) => [when("array", contains(each, { minimum: 1 }))]),
        inner.map((each) => [when("array", contains(each, { minimum: 0, maximum: 1 }))]),
      ),
    };
  });
  return term;
}

const someValues = fc.array(randomValue, { minLength: 30, maxLength: 30 });

const passes = (checks: Checks, value: Json): boolean | undefined => accepts(checks, value, models);

const numRuns = randomRuns(16_000);

describe.each([
  ["with longer proofs", true],
  ["without longer proofs", false],
])("%s", (_which, isThorough) => {
  test("what is implied is accepted, and what excludes every value accepts none", () => {
    let implied = 0;
    fc.assert(
      fc.property(related, someValues, ([left, right], values) => {
        const reasoner = new Reasoner(models, { isThorough });
        const accepted = values.filter((value) => passes(left, value) === true);
        if (reasoner.whyEmpty(left) !== undefined) expect(accepted).toEqual([]);
        if (!reasoner.implies(left, right)) return;
        if (accepted.length > 0) implied += 1;
        expect(accepted.filter((value) => passes(right, value) === false)).toEqual([]);
      }),
      { numRuns },
    );
    expect(implied).toBeGreaterThan(numRuns / 20);
  });
});
