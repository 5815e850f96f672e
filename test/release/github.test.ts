import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

const files = readdirSync(new URL(".github/", root), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".yml"))
  .map((path) => ({ path, text: read(`.github/${path}`) }));
const workflows = files.filter(({ path }) => path.startsWith("workflows/"));
const forms = files.filter(({ path }) => path.startsWith("ISSUE_TEMPLATE/"));

/** A job of a workflow, as far as it is looked at. */
interface Job {
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly strategy?: { readonly matrix: { readonly os?: unknown; readonly node?: unknown } };
  readonly steps: readonly { readonly uses?: string }[];
}

function jobsOf(text: string): readonly Job[] {
  // Its form is what the tests are about.
  return Object.values((parse(text) as { readonly jobs: Readonly<Record<string, Job>> }).jobs);
}

/** The lines of a workflow that use an action which is not pinned by a commit, with its version beside it. */
function unpinned(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => /\buses:/.test(line) && !/\buses: \.\//.test(line))
    .filter((line) => !/^\s*- uses: [\w-]+(?:\/[\w.-]+)+@[\da-f]{40} # v\d+(?:\.\d+)*$/.test(line))
    .map((line) => line.trim());
}

describe.each(workflows)("$path", ({ text }) => {
  it("pins every action by a commit, and names its version", () => {
    const used = jobsOf(text).flatMap(({ steps }) => steps.filter(({ uses }) => uses));
    expect(used.length).toBeGreaterThan(0);
    expect(text.match(/\buses:/g)).toHaveLength(used.length);
    expect(unpinned(text)).toEqual([]);
  });

  it("may only read, unless a job says so, and every job ends some time", () => {
    expect(parse(text)).toMatchObject({ permissions: { contents: "read" } });
    for (const job of jobsOf(text)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });
});

it.each([
  ["- uses: actions/checkout@v4"],
  ["- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1"],
  ["- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b # v7.0.1"],
  ["uses: docker://alpine:3"],
])("an action is not pinned by %j", (line) => {
  expect(unpinned(`    ${line}`)).toEqual([line]);
});

it("the checks run on three systems, with every Node.js that is supported", () => {
  const jobs = jobsOf(read(".github/workflows/ci.yml"));
  const runs = jobs.flatMap(({ strategy, "runs-on": system }) =>
    [strategy?.matrix.os ?? system].flat().map((os) => [os, strategy?.matrix.node]),
  );
  expect(runs).toEqual(
    ["ubuntu-latest", "macos-latest", "windows-latest"].map((os) => [os, [20, 22, 24, 26]]),
  );
});

it.each(forms)("$path is a form that GitHub takes", ({ text }) => {
  const form: unknown = parse(text);
  expect(form).toMatchObject({
    name: expect.any(String) as string,
    description: expect.any(String) as string,
    body: expect.any(Array) as unknown[],
  });
  const { body } = form as { readonly body: readonly { type: string; id?: string }[] };
  const fields = body.filter(({ type }) => type !== "markdown");
  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain(undefined);
  for (const field of fields) {
    expect(field).toHaveProperty("attributes.label");
    expect(["dropdown", "input", "textarea"]).toContain(field.type);
  }
});

it("Dependabot looks after packages and actions", () => {
  const { updates } = parse(read(".github/dependabot.yml")) as {
    readonly updates: readonly Record<string, unknown>[];
  };
  expect(updates.map((update) => update["package-ecosystem"])).toEqual(["npm", "github-actions"]);
});

it(".nvmrc names the oldest Node.js that is supported", () => {
  const { engines } = JSON.parse(read("package.json")) as { readonly engines: { node: string } };
  expect(engines.node).toMatch(new RegExp(`^>=${read(".nvmrc").trim()}\\.`));
});
