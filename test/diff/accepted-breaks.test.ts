import { expect, it, test } from "vitest";
import {
  markAccepted,
  readAcceptedBreaks,
  unusedAccepted,
} from "../../generator/commands/accepted-breaks.js";
import { InputError } from "../../generator/core/failure.js";
import { locate } from "../../generator/text/locate.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { breaking, compatible } from "./hand-made.js";

async function read(text: string, file = "accepted.yaml") {
  const cwd = await temporaryFolder();
  await put(cwd, { [file]: text });
  return readAcceptedBreaks(file, cwd);
}

it("reads YAML and JSON", async () => {
  const yaml = await read("- id: a\n  reason: why\n  until: 2026-12-31\n- { id: b, reason: c }\n");
  const json = await read('[{"id":"a","reason":"why","until":"2026-12-31"}]', "accepted.json");
  expect(yaml.entries).toMatchObject([
    { id: "a", reason: "why", until: "2026-12-31" },
    { id: "b", reason: "c" },
  ]);
  expect(json.entries).toMatchObject([{ id: "a", reason: "why", until: "2026-12-31" }]);
});

it("has no entries without a file", async () => {
  expect(await readAcceptedBreaks(undefined, "/")).toEqual({ entries: [] });
});

test.each([
  ["a: 1", "1:1 accepted breaks must be a list"],
  ["- text", "1:3 an accepted break must be an object"],
  ["- { id: a }", "1:3 `reason` is missing"],
  ["- { reason: a }", "1:3 `id` is missing"],
  ['- { id: a, reason: " " }', "1:20 `reason` must be a text that is not empty"],
  ["- { id: 1, reason: a }", "1:9 `id` must be a text that is not empty"],
  [
    "- { id: a, reason: b, untill: c }",
    '1:23 "untill" is not a member of an accepted break: did you mean `until`?',
  ],
  [
    "- { id: a, reason: b, until: 2026-02-30 }",
    '1:30 `until` must be a date such as 2026-12-31, not "2026-02-30"',
  ],
  [
    "- { id: a, reason: b, until: 2026 }",
    "1:30 `until` must be a date such as 2026-12-31, not 2026",
  ],
  ["- { id: a, reason: b }\n- { id: a, reason: c }", '2:9 the id "a" is listed twice'],
])("refuses %j", async (text, expected) => {
  const error = await read(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error("It was accepted.", { cause: error });
  const shown = error.diagnostics.map((diagnostic) => {
    const { position, code, message, help } = locate(diagnostic, error.sources);
    expect(code).toBe("invalid-accepted");
    const hint = help?.startsWith("did you mean") ? `: ${help}` : "";
    return `${position?.line}:${position?.column} ${message}${hint}`;
  });
  expect(shown).toEqual([expected]);
});

it("accepts a change up to and including the last day", async () => {
  const breaks = await read(`- { id: ${breaking.id}, reason: why, until: 2026-12-31 }`);
  const expired = ["2026-12-30", "2026-12-31", "2027-01-01"].map((today) => {
    const [change] = markAccepted([breaking], breaks, today);
    return change?.accepted?.expired;
  });
  expect(expired).toEqual([false, false, true]);
});

it("warns of an entry that no change has, with its place", async () => {
  const breaks = await read("- { id: a, reason: b }\n- { id: usage, reason: c }");
  expect(markAccepted([breaking], breaks, "2026-11-29")).toEqual([breaking]);
  expect(unusedAccepted([compatible], breaks)).toMatchObject([
    {
      severity: "warning",
      code: "unused-accepted",
      message: 'no change has the id "a"',
      file: "accepted.yaml",
      position: { line: 1, column: 3 },
    },
  ]);
});
