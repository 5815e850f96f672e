import { expect, test } from "vitest";
import { failOnChoices, type FailOn } from "../../generator/commands/diff-formats.js";
import { showDiff } from "../../generator/commands/diff.js";
import type { Change } from "../../generator/diff/diff-result.js";
import { breaking, compatible, diffOf, removed, types, unknown } from "./hand-made.js";

/** Returns the choices of `--fail-on` with which a change fails the command. */
function failing(
  change: Change,
  { until, today = "2026-11-29" }: { until?: string; today?: string } = {},
): readonly FailOn[] {
  const place = { uri: "file:///accepted.yaml", pointer: "/0" };
  const entries = until === undefined ? [] : [{ id: change.id, reason: "why", until, place }];
  const io = {
    colorOutput: false,
    stdout: (): undefined => undefined,
    now: () => new Date(`${today}T12:00:00Z`),
  };
  return failOnChoices.filter((failOn) => {
    const options = { format: "json", failOn } as const;
    return showDiff(diffOf([compatible, change]), { entries }, options, io) === 1;
  });
}

test.each<[what: string, change: Change, expected: readonly FailOn[]]>([
  ["a break with a payload", breaking, ["breaking", "unknown", "types"]],
  ["a break by a rule", removed, ["breaking", "unknown", "types"]],
  ["what is not decided", unknown, ["unknown"]],
  ["a break of types", types, ["types"]],
  ["both", { ...unknown, types: "breaking" }, ["unknown", "types"]],
  ["a compatible change", compatible, []],
])("%s fails for its choices", (_what, change, expected) => {
  expect(failing(change)).toEqual(expected);
});

test("an accepted break fails only after its last day", () => {
  expect(failing(breaking, { until: "2026-11-29" })).toEqual([]);
  expect(failing(breaking, { until: "2026-11-29", today: "2026-11-30" })).toHaveLength(3);
});
