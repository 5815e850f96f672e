import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { changesOf, releaseChanges } from "../../scripts/changelog.js";

const root = new URL("../../", import.meta.url);
const changelog = await readFile(new URL("CHANGELOG.md", root), "utf8");
// npm checks it.
const manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as {
  readonly version: string;
};

const two = `# Changelog

## Unreleased

### Fixed

- A.

## 1.0.1 - 2026-12-01

- B.

## 1.0.0 - 2026-11-30

- C.
`;

describe("the changes of a version", () => {
  it.each<[version: string, changes: string | undefined]>([
    ["Unreleased", "### Fixed\n\n- A."],
    ["1.0.1", "- B."],
    ["1.0.0", "- C."],
    ["1.0", undefined],
    ["Fixed", undefined],
  ])("of %s are %j", (version, changes) => {
    expect(changesOf(two, version)).toBe(changes);
  });
});

describe("a release", () => {
  it("has the changes that were unreleased, and leaves none", () => {
    const released = releaseChanges(two, "1.1.0", "2026-12-24");
    expect(changesOf(released, "1.1.0")).toBe("### Fixed\n\n- A.");
    expect(changesOf(released, "Unreleased")).toBe("");
    expect(released.replace("\n## 1.1.0 - 2026-12-24\n", "")).toBe(two);
  });

  it.each<[what: string, changelog: string, version: string, message: string]>([
    ["a version that is there", two, "1.0.1", "has a section for 1.0.1 already"],
    ["no changes", two.replace("### Fixed\n\n- A.\n", ""), "1.1.0", "has nothing under"],
    [
      "no section for changes",
      two.replace("## Unreleased", "## New"),
      "1.1.0",
      "has nothing under",
    ],
  ])("is refused with %s", (_what, changelog, version, message) => {
    expect(() => releaseChanges(changelog, version, "2026-12-24")).toThrow(message);
  });
});

it("CHANGELOG.md says what is in this version, or what will be", () => {
  const sections = ["Unreleased", manifest.version].map((name) => changesOf(changelog, name));
  expect(sections.some(Boolean), `CHANGELOG.md needs "## Unreleased" with changes`).toBe(true);
  // The next release needs it.
  expect(sections[0]).toBeDefined();
});
