import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { slugOf } from "../../docs/.vitepress/slug.js";
import { fencesOf } from "../readme/blocks.js";
import { runCommand } from "../support/run-command.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { casesOf, resultOf } from "./page-cases.js";

function pageAt(path: string): string {
  return readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");
}

describe.each(["proofs", "rules-of-oasdiff"])("the page %s", (name) => {
  const path = `explanation/${name}.md`;
  const cases = casesOf(path, pageAt(path));

  it.each(cases)("shows the result: $heading", async (each) => {
    expect(await resultOf(each)).toBe(each.said);
  });

  it("has cases", () => {
    expect(cases.length).toBeGreaterThan(4);
  });
});

it("the table of rules has the verdict of each pair", () => {
  const page = pageAt("explanation/rules-of-oasdiff.md");
  const rows = [...page.matchAll(/^\| \[([^\]]+)\]\(#([^)]+)\) *\|.*\| ([^|]+?) *\|$/gm)];
  const cases = casesOf("rules-of-oasdiff.md", page);
  expect(new Map(rows.map(([, heading, slug, verdict]) => [heading, [slug, verdict]]))).toEqual(
    new Map(
      cases.map(({ heading, said }) => {
        const [verdict] = /^[\w ]+/.exec(said) ?? [];
        return [heading, [slugOf(heading), verdict]];
      }),
    ),
  );
});

describe("the guide to breaking changes", () => {
  const fences = fencesOf("breaking-changes.md", pageAt("guide/breaking-changes.md"));
  const files = Object.fromEntries(
    fences.flatMap(({ path, text }) => (path === undefined ? [] : [[path, text]])),
  );

  it("has documents", () => {
    expect(Object.keys(files)).toEqual(["old.yaml", "new.yaml", "accepted-breaks.yaml"]);
  });

  const outputs = fences.filter(({ info, text }) => info === "text" && text.startsWith("$ "));
  it.each(outputs)("shows what a command prints, in line $line", async ({ text }) => {
    const [command = "", ...output] = text.split("\n");
    const [, line = ""] = /^\$ guardsmith (.*)$/.exec(command) ?? [];
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const { stdout, stderr } = await runCommand(line.split(" "), { cwd });
    expect(stdout + stderr).toBe(output.join("\n"));
  });

  it("shows outputs, with the ids that it accepts", () => {
    expect(outputs).toHaveLength(1);
    const ids = [...(files["accepted-breaks.yaml"] ?? "").matchAll(/id: (\w+)/g)];
    expect(ids.length).toBeGreaterThan(0);
    for (const [id] of ids) expect(outputs[0]?.text).toContain(id);
  });

  it("shows a change as JSON", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const args = ["diff", "old.yaml", "new.yaml", "--format", "json"];
    const { stdout } = await runCommand(args, { cwd });
    const { changes } = JSON.parse(stdout) as { readonly changes: readonly unknown[] };
    const shown = fences.filter(({ info }) => info === "json").map(({ text }) => text);
    expect(shown).toHaveLength(1);
    for (const text of shown) expect(changes).toContainEqual(JSON.parse(text));
  });
});
