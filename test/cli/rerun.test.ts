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
    [
      ["generate", "--check", "--format", "json", "--format=github", "--no-format"],
      "guardsmith generate --no-format",
    ],
  ])("for %j is %s", (args, want) => {
    expect(rerunOf(args)).toBe(want);
  });

  it.each([
    ["npm/10.9.0 node/v22.0.0", "npx guardsmith generate"],
    ["pnpm/9.1.0 npm/?", "pnpm exec guardsmith generate"],
    ["yarn/4.1.0 npm/?", "yarn run guardsmith generate"],
    ["bun/1.2.0", "bunx guardsmith generate"],
    ["", "guardsmith generate"],
  ])("begins as the package manager %j runs programs", (userAgent, want) => {
    expect(rerunOf(["generate", "--check"], userAgent)).toBe(want);
  });
});
