import { describe, expect, it } from "vitest";
import { rerunOf } from "../../generator/cli/rerun.js";

describe("the command that is named after a check", () => {
  it.each<[args: readonly string[], want: string]>([
    [["generate", "--check"], "guardsmith generate"],
    [
      ["generate", "--check", "api/openapi.yaml", "--out=lib"],
      "guardsmith generate api/openapi.yaml --out=lib",
    ],
    [
      ["generate", "my api.yaml", "--root", "it's", "$x"],
      String.raw`guardsmith generate 'my api.yaml' --root 'it'\''s' '$x'`,
    ],
    [["generate", ""], "guardsmith generate ''"],
    [
      ["generate", "--header", "A: Bearer ${B}", "-H", "C: hunter2", "--check"],
      "guardsmith generate --header 'A: Bearer ${B}' -H 'C: ***'",
    ],
    [
      ["generate", "--header=C: hunter2", "-HC:hunter2"],
      "guardsmith generate '--header=C: ***' '-HC: ***'",
    ],
  ])("for %j is %s", (args, want) => {
    expect(rerunOf(args)).toBe(want);
  });
});
