import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonReport } from "../../generator/commands/generate-reports/json.js";
import { obeyedCommands } from "../diagnostics/runner.js";
import { markdownParts } from "../support/markdown.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import type { Finished } from "../support/finished.js";
import { runCommand } from "../support/run-command.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [name, age]
      properties:
        name: { type: string }
    Shop:
      type: object
      properties:
        city: { type: string }
`;
const config = JSON.stringify({ spec: "openapi.yaml", out: "generated", format: "none" });

let output: Promise<Record<string, string>> | undefined;

/** A repository with a project in a folder, whose output is up to date until files are changed. */
async function repository(
  changes: Readonly<Record<string, string>> = {},
): Promise<{ readonly root: string; readonly cwd: string }> {
  output ??= temporaryFolder().then(async (folder) => {
    await put(folder, { "openapi.yaml": spec, "guardsmith.config.json": config });
    await runCommand(["generate"], { cwd: folder });
    return snapshot(folder);
  });
  const root = await temporaryFolder();
  const cwd = join(root, "api");
  await put(cwd, { ...(await output), ...changes });
  return { root, cwd };
}

/** Runs a command as a step of a workflow does. */
function step(
  args: readonly string[],
  { root, cwd }: { readonly root: string; readonly cwd: string },
): Promise<Finished> {
  const env = {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: root,
    GITHUB_STEP_SUMMARY: join(root, "summary.md"),
    npm_config_user_agent: "npm/10.9.0 node/v22.0.0 linux x64 workspaces/false",
  };
  return runCommand(args, { cwd, env });
}

const renamed = { "openapi.yaml": spec.replace("city:", "town:") };

describe("a check that finds differences", () => {
  it("says first and last what to do, and shows the models before all else", async () => {
    const { code, stdout, stderr } = await runCommand(["generate", "--check", "--no-format"], {
      cwd: (await repository(renamed)).cwd,
    });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.slice(0, 5)).toEqual([
      expect.stringMatching(/^generated is not up to date: \d files to change$/),
      "models: Shop",
      "run `guardsmith generate --no-format` and commit the result",
      "",
      "  change  generated/src/models/shop.ts",
    ]);
    expect(lines.at(-1)).toMatch(
      /^\d files in generated are not up to date: run `guardsmith generate --no-format` and/,
    );
    expect(stdout).toMatch(
      /^--- a\/generated\/src\/models\/shop\.ts\n\+\+\+ b\/generated\/src\/models\/shop\.ts\n@@ /m,
    );
    expect(stdout).toMatch(/^- .*city[^]*^\+ .*town/m);
    expect(stderr).toMatch(/^openapi\.yaml:8:24: warning: [^]*unknown-required-property/);
    expect(code).toBe(1);
  });

  it("also counts files to add and to remove", async () => {
    const { cwd } = await repository({ "openapi.yaml": spec.replaceAll("Shop", "Store") });
    const { stdout } = await runCommand(["generate", "--check"], { cwd });
    expect(stdout).toMatch(
      /^generated is not up to date: 3 files to add, \d files to change, 3 files to remove\nmodels: Store\n/,
    );
    expect(stdout).toMatch(/^ {2}add {5}generated\/src\/models\/store\.ts$/m);
    expect(stdout).toMatch(/^ {2}remove {2}generated\/src\/models\/shop\.ts$/m);
  });

  it("leaves out what nobody reads in a log, and says so", async () => {
    const many = Array.from({ length: 40 }, (_, index) => `    M${index}: { type: string }\n`);
    const { cwd } = await repository({ "openapi.yaml": spec + many.join("") });
    const { stdout } = await runCommand(["generate", "--check"], { cwd });
    const lines = stdout.split("\n");
    expect(lines.length).toBeLessThan(300);
    expect(lines.filter((line) => line.startsWith("  add "))).toHaveLength(30);
    expect(stdout).toMatch(/^ {2}… and \d+ more$/m);
    expect(stdout).toMatch(/^models: M0, M1, .* and 30 more$/m);
    expect(stdout).toMatch(
      /^\d+ lines of \d+ files left out: run the command and see `git diff`, or use --format json$/m,
    );
    const { code, stdout: json } = await runCommand(["generate", "--check", "--format", "json"], {
      cwd,
    });
    expect(code).toBe(1);
    // What it is, is what is tested.
    const { result, changes = [], command, diagnostics } = JSON.parse(json) as JsonReport;
    expect({ result, command }).toEqual({ result: "outdated", command: "guardsmith generate" });
    expect(changes.length).toBeGreaterThan(120);
    expect(changes[0]?.patch).toMatch(/^--- \/dev\/null\n\+\+\+ b\/generated\/src\/models\//);
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "unknown-required-property", file: "openapi.yaml", line: 8 },
    ]);
  });
});

describe("in GitHub Actions", () => {
  it("a check annotates the files that are not up to date, and writes a summary", async () => {
    const place = await repository(renamed);
    const { code, stdout } = await step(["generate", "--check"], place);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^::warning file=api\/openapi\.yaml,line=8,col=24,endLine=8,endColumn=27,title=unknown-required-property::/m,
    );
    expect(stdout).toContain(
      "\n::error file=api/generated/src/models/shop.ts,title=not up to date::the file has to be changed: run `npx guardsmith generate` and commit the result\n",
    );
    expect(stdout).toMatch(/\n\d files in generated are not up to date: run `npx guardsmith .*\n$/);
    const summary = markdownParts(await readFile(join(place.root, "summary.md"), "utf8"));
    expect(summary.headings).toEqual(["`generated` is not up to date"]);
    expect(summary.fences[0]).toBe("npx guardsmith generate\n");
    expect(summary.fences[1]).toContain("+  town?: string;");
  });

  it("the tenth annotation speaks for the files that GitHub would not show", async () => {
    const place = await repository();
    await put(place.cwd, { "guardsmith.config.json": config.replace("generated", "other") });
    const { stdout } = await step(["generate", "--check"], place);
    const errors = obeyedCommands(stdout).filter(({ name }) => name === "error");
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.data).toMatch(/^\d+ more files in other: run `npx guardsmith generate`/);
  });

  it.each([
    ["generate", ["generate"], /^::error file=api\/openapi\.yaml,line=9,col=\d+/m],
    [
      "validate",
      ["validate", "-m", "Pet", "bad.json"],
      /^::error file=api\/openapi\.yaml,line=9,col=\d+/m,
    ],
    ["reconcile", ["reconcile"], /^::error file=api\/openapi\.yaml,line=9,col=\d+/m],
  ])("%s annotates an error in the document", async (_what, args, want) => {
    const wrong = spec.replace("properties:\n        name: { type: string }", "properties: 7");
    const place = await repository({ "openapi.yaml": wrong, "bad.json": "{}" });
    const { code, stdout, stderr } = await step(args, place);
    expect(stdout).toMatch(want);
    expect(stderr).toMatch(/^openapi\.yaml:9:\d+: error: /m);
    expect(code).toBe(2);
  });

  it("validate annotates data beside its lines, and prints what it prints elsewhere", async () => {
    const place = await repository({ "bad.json": '{\n  "name": 1, "age": 1 }' });
    const { code, stdout } = await step(["validate", "-m", "Pet", "bad.json"], place);
    expect(stdout).toMatch(/^bad\.json:2:11: \/name: ./m);
    expect(stdout).toMatch(/^::error file=api\/bad\.json,line=2,col=11,title=Pet%3A type::\/name/m);
    expect(code).toBe(1);
  });

  it("reconcile annotates the document, and adds its report to the summary", async () => {
    const place = await repository({ "pet.json": '{ "name": 1, "age": 1 }' });
    const { stdout } = await step(["reconcile", "openapi.yaml", "Pet=pet.json"], place);
    expect(stdout).toMatch(/^::warning file=api\/openapi\.yaml,line=10,col=\d+,title=Pet%3A type/m);
    expect(stdout).toMatch(/^to decide: 1 contradiction$/m);
    const { headings } = markdownParts(await readFile(join(place.root, "summary.md"), "utf8"));
    expect(headings[0]).toBe("Samples contradict `openapi.yaml`");
  });

  it("contradictions are errors with reconcile --check", async () => {
    const place = await repository({ "pet.json": '{ "name": 1, "age": 1 }' });
    const { code, stdout } = await step(["reconcile", "--check", "Pet=pet.json"], place);
    expect(stdout).toMatch(/^::error file=api\/openapi\.yaml,line=10,col=\d+,title=Pet%3A type/m);
    expect(code).toBe(1);
  });

  it.each([
    ["generate", ["generate", "--check", "--format", "pretty"]],
    ["generate as JSON", ["generate", "--check", "--format", "json"]],
    ["validate", ["validate", "-m", "Pet", "bad.json", "--format", "pretty"]],
    ["reconcile", ["reconcile", "openapi.yaml", "Pet=bad.json", "--format", "json"]],
  ])("a format that is asked for wins: %s", async (_what, args) => {
    const place = await repository({ ...renamed, "bad.json": '{ "name": 1 }' });
    const { stdout } = await step(args, place);
    expect(stdout).not.toContain("::");
    expect(await readdir(place.root)).toEqual(["api"]);
  });
});

/** Texts that a log or a terminal would obey. */
const evil = {
  "a command at the start of a line": "x\n::error file=a::pwned\n  ::add-mask::pwned",
  "a command anywhere in a line": "x ##[error]pwned ##[add-mask]pwned ##vso[task.setvariable]pwned",
  "a command after what ends a line elsewhere":
    "x\r::error::pwned\u2028::error::pwned\u0085::error::p",
  "escapes of a terminal":
    "\u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007\u001b[2J\u009b1A\b",
  "marks that turn the direction": "\u202ex\u2066y\u2069\u200f",
  "the end of the encoding of a command": "%0A::error::pwned,file=a:b",
};

describe("what a log or a terminal would obey", () => {
  /** Everything that a run printed: only our own commands, and no character that is obeyed. */
  function expectInert({ stdout, stderr }: Finished): void {
    const all = `${stdout}\n${stderr}`;
    expect(all).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    const titles = obeyedCommands(all).map(({ name, properties }) => [name, properties]);
    for (const [name, properties = ""] of titles) {
      expect(["error", "warning"]).toContain(name);
      expect(properties).toMatch(
        /^(?:file=api\/[^:,]*,)?(?:line=\d+,col=\d+,)?(?:endLine=\d+,endColumn=\d+,)?title=[^:,]*$/,
      );
    }
  }

  it("is obeyed by nobody where a document or data have it", async () => {
    const text = Object.values(evil).join("\n");
    const document = JSON.stringify({
      openapi: "3.1.0",
      info: { title: text, version: text },
      paths: {},
      components: {
        schemas: {
          Pet: {
            type: "object",
            description: text,
            required: [text],
            properties: { name: { type: "string", default: 1, description: text, example: text } },
            example: { name: [text] },
            [text]: text,
          },
        },
      },
    });
    const place = await repository({
      "openapi.yaml": document,
      "data.json": JSON.stringify({ [text]: text, name: [text] }),
    });
    for (const format of [[], ["--format", "pretty"], ["--format", "json"]]) {
      expectInert(await step(["generate", "--check", ...format], place));
      expectInert(await step(["validate", "-m", "Pet", "data.json", ...format], place));
      expectInert(await step(["reconcile", "openapi.yaml", "Pet=data.json", ...format], place));
    }
    expectInert(await step(["reconcile", "--format", "markdown"], place));
  });

  const texts = Object.values(evil);
  it.each([
    ["commands", texts.slice(0, 3).join("\n")],
    ["escapes", texts.slice(3).join("\n")],
  ])("is obeyed by nobody where a path, an argument or a setting has %s", async (_what, text) => {
    // A path has no slash.
    const name = text.replaceAll("/", "_");
    const place = await repository({
      [`${name}.yaml`]: spec,
      [`${name}.json`]: '{ "name": 1 }',
      "wrong.json": JSON.stringify({ spec: "openapi.yaml", [text]: text, format: text }),
    });
    const runs = [
      ["generate", `${name}.yaml`, "--out", name],
      ["generate", `${name}.yaml`, "--out", `${name}/other`, "--check", "--format", "json"],
      ["generate", "nowhere.yaml", "--config", `${text}.yaml`],
      ["generate", "--root", text],
      ["generate", "--config", "wrong.json"],
      ["generate", `--${text}`],
      ["generate", "--format", text],
      ["validate", "-m", "Pet", `${name}.json`, `${text}.txt`],
      ["validate", "-m", text, "-s", `${name}.yaml`],
      ["reconcile", `${name}.yaml`, `Pet=${name}.json`, "--write", `${name}.overlay.yaml`],
      ["reconcile", `Pet=${text}`, text],
      [text],
    ];
    const codes: (number | null)[] = [];
    for (const args of runs) {
      const finished = await step(args, place);
      expectInert(finished);
      codes.push(finished.code);
    }
    expect(codes).toEqual([0, 1, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2]);
  });
});

describe("the workflow in docs/guide/ci.md", () => {
  it("has ten lines, and its command does what the page says", async () => {
    const page = await readFile(new URL("../../docs/guide/ci.md", import.meta.url), "utf8");
    const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = ""]) => text);
    const [workflow = "", pipeline = ""] = blocks;
    expect(workflow.trimEnd().split("\n").length).toBeLessThanOrEqual(11);
    const { jobs } = parse(workflow) as {
      jobs: { guardsmith: { steps: readonly { uses?: string; run?: string }[] } };
    };
    const steps = jobs.guardsmith.steps.map(({ uses, run: command }) => uses ?? command);
    expect(steps).toEqual([
      "actions/checkout@v4",
      "actions/setup-node@v4",
      "npm ci",
      "npx guardsmith generate --check",
    ]);
    const { guardsmith } = parse(pipeline) as { guardsmith: { script: readonly string[] } };
    expect(guardsmith.script).toEqual(steps.slice(2));
    const args = steps[3]?.split(" ").slice(2) ?? [];
    expect((await step(args, await repository())).code).toBe(0);
    const { code, stdout } = await step(args, await repository(renamed));
    expect(code).toBe(1);
    // The log on the page is that of this run, but for what is left out there.
    const [, log = ""] = /^```text\n([^]*?)^```$/m.exec(page) ?? [];
    const models = log.split("\n").indexOf("models: Shop");
    const first = log.split("\n").slice(models, models + 4);
    expect(stdout).toContain(`\n${first.join("\n")}\n`);
    expect(stdout).toContain("\n-  city?: string;\n+  town?: string;\n");
  });
});
