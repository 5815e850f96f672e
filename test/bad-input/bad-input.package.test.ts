import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate, type LocatedDiagnostic } from "../../generator/index.js";
import { runCommand } from "../support/run-command.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import {
  goodConfig,
  goodSpec,
  keywords,
  malformed,
  notADescription,
  references,
  settings,
  unreadable,
  warnings,
  type Case,
} from "./cases.js";

const isRoot = process.getuid?.() === 0;

let output: Promise<Record<string, string>> | undefined;

/** A folder in which a run has succeeded, and then some files were changed. */
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  output ??= goodOutput();
  const cwd = await temporaryFolder();
  await put(cwd, await output);
  await put(cwd, files);
  await writeFile(join(cwd, "latin1.yaml"), Buffer.from("openapi: 3.1.0 # \xe9\n", "latin1"));
  return cwd;
}

async function goodOutput(): Promise<Record<string, string>> {
  const cwd = await temporaryFolder();
  await put(cwd, { "openapi.yaml": goodSpec, "guardsmith.config.json": goodConfig });
  const { code, stderr } = await runCommand(["generate"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return snapshot(cwd);
}

/** What a run has said and done. */
interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The output folder before the run and after it. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

async function tried({ files, args = [] }: Case): Promise<Outcome> {
  const cwd = await project(files);
  const before = await snapshot(join(cwd, "generated"));
  const { code: exitCode, stdout, stderr } = await runCommand(["generate", ...args], { cwd });
  return { exitCode, stdout, stderr, before, after: await snapshot(join(cwd, "generated")) };
}

/** The first line of the diagnostic with a code. */
function headOf(stderr: string, code: string): string | undefined {
  return stderr.split("\n").find((line) => line.endsWith(`(${code})`));
}

const errors = {
  "a document that cannot be read": unreadable,
  "a text that cannot be parsed": malformed,
  "a document that is not an OpenAPI description": notADescription,
  "a reference that leads nowhere": references,
  "a schema that says nothing valid": keywords,
  "a wrong setting": settings,
};

describe.each(Object.entries(errors))("guardsmith generate, given %s", (_what, cases) => {
  const outcomes = new Map<Case, Promise<Outcome>>();

  /** The result of a case; one run serves every test of it. */
  function outcomeOf(given: Case): Promise<Outcome> {
    const known = outcomes.get(given) ?? tried(given);
    outcomes.set(given, known);
    return known;
  }

  it.each(cases)("says what is wrong with $what, and where", async (given) => {
    const { stderr } = await outcomeOf(given);
    const head = headOf(stderr, given.code);
    expect(head, stderr).toBeDefined();
    expect(head).toContain(given.says);
    if (given.at.includes(":")) expect(head?.startsWith(`${given.at}: error: `), head).toBe(true);
    else expect(head).toContain(given.at);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  it.each(cases)("says what to do about $what", async (given) => {
    const { stderr } = await outcomeOf(given);
    expect(stderr).toMatch(/^ {2}help: \S/m);
  });

  it.each(cases)("exits with 2 after $what, and leaves the output alone", async (given) => {
    const { exitCode, stdout, before, after } = await outcomeOf(given);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(after).toEqual(before);
  });
});

describe("guardsmith generate", () => {
  it.skipIf(isRoot)("stops at a file that it may not read", async () => {
    const cwd = await project({});
    await chmod(join(cwd, "openapi.yaml"), 0o000);
    const before = await snapshot(join(cwd, "generated"));
    const { code, stderr } = await runCommand(["generate"], { cwd });
    expect(headOf(stderr, "file-unreadable")).toContain("permission denied");
    expect(code).toBe(2);
    expect(await snapshot(join(cwd, "generated"))).toEqual(before);
  });

  it.each(warnings)("goes on after $what, with a warning", async ({ files, code, at, says }) => {
    const cwd = await project(files);
    const { code: exitCode, stdout, stderr } = await runCommand(["generate"], { cwd });
    const head = headOf(stderr, code);
    expect(head, stderr).toBeDefined();
    expect(head).toContain(says);
    expect(head?.startsWith(at === "" ? "" : `${at}: warning: `), head).toBe(true);
    expect(stderr).toMatch(/^ {2}help: \S/m);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^generated \d+ models? in \d+ files into generated\b/);
  });

  it("reports every mistake of a document at once", async () => {
    const cwd = await project({
      "openapi.yaml": goodSpec
        .replace("type: string", "type: strin")
        .replace("required: [name]", "required: { name: true }"),
    });
    const { stderr } = await runCommand(["generate"], { cwd });
    expect(stderr.match(/\(malformed-keyword\)$/gm)).toHaveLength(2);
  });
});

describe("generate", () => {
  const documents = [malformed, notADescription, references, keywords].flat();

  it.each(documents)("returns $what as a diagnostic, and no file", async (given) => {
    const { files, models, diagnostics } = await generate({ spec: specOf(given) });
    const found = diagnostics.find(({ severity }) => severity === "error");
    expect(found).toMatchObject({ code: given.codeInMemory ?? given.code });
    expect(placeOf(found)).toBe(given.at);
    expect(found?.message).toContain(given.says);
    expect({ files, models }).toEqual({ files: [], models: [] });
  });

  const inDocuments = warnings.filter(({ files }) => files["openapi.yaml"] !== undefined);

  it.each(inDocuments)("returns $what as a warning, and the files", async (given) => {
    const { files, diagnostics } = await generate({ spec: specOf(given) });
    const found = diagnostics.find(({ code }) => code === given.code);
    expect(found).toMatchObject({ severity: "warning" });
    expect(placeOf(found)).toBe(given.at);
    expect(files).not.toEqual([]);
  });

  it.each([
    { what: "a missing file", spec: "nowhere.yaml", code: "file-not-found" },
    { what: "a directory", spec: ".", code: "file-unreadable" },
    { what: "an empty text", spec: { text: "" }, code: "empty-file" },
  ])("returns $what as a diagnostic", async ({ spec, code }) => {
    const cwd = await temporaryFolder();
    const { files, diagnostics } = await generate({ spec, cwd });
    expect(diagnostics).toMatchObject([{ severity: "error", code }]);
    expect(files).toEqual([]);
  });

  it.each([
    { what: "an unknown root", config: { roots: ["Cat"] }, code: "unknown-root" },
    {
      what: "a name that is not an identifier",
      config: { names: { "#/components/schemas/Pet": "my pet" } },
      code: /invalid-(?:name|config)/,
    },
    {
      what: "the name of a package that npm would not take",
      config: { package: { name: 'x"; globalThis.pwned = 1; //\n# x', version: "1.0.0" } },
      code: "invalid-config",
    },
  ])("returns $what as a diagnostic", async ({ config, code }) => {
    const { files, diagnostics } = await generate({ spec: { text: goodSpec }, config });
    expect(diagnostics.map(({ code }) => code)).toEqual([expect.stringMatching(code)]);
    expect(files).toEqual([]);
  });

  it.each([
    ["info is nothing", { info: null }],
    ["the title is an object", { info: { title: { toString: 1 }, version: "1" } }],
    ["there is no info", { info: undefined }],
    ["paths is nothing", { paths: null }],
    ["paths is a list", { paths: [1] }],
    ["an operation is a text", { paths: { "/": { get: "x" } } }],
    ["a response is a list", { paths: { "/": { get: { responses: [] } } } }],
    ["a parameter is nothing", { paths: { "/": { parameters: [null], get: { responses: {} } } } }],
    [
      "two operations have one id",
      {
        paths: {
          "/": {
            get: { operationId: "a", responses: {} },
            put: { operationId: "a", responses: {} },
          },
        },
      },
    ],
    ["servers is a text", { servers: "x" }],
    ["a webhook is nothing", { webhooks: { x: null } }],
    ["a security scheme is a text", { security: "x" }],
  ])("never throws, even where %s", async (_what, members) => {
    const document = {
      openapi: "3.1.0",
      info: { title: "x", version: "1" },
      paths: {},
      components: { schemas: { A: { type: "string" } } },
      ...members,
    };
    const { files, diagnostics } = await generate({ spec: { text: JSON.stringify(document) } });
    const hasErrors = diagnostics.some(({ severity }) => severity === "error");
    expect(files.length > 0).toBe(!hasErrors);
  });
});

/** The document of a case, in memory. */
function specOf({ files }: Case): { readonly text: string; readonly name: string } {
  const [[name, text] = ["", ""]] = Object.entries(files);
  return { text, name };
}

function placeOf(found: LocatedDiagnostic | undefined): string {
  return `${found?.file ?? ""}:${found?.position?.line ?? 0}:${found?.position?.column ?? 0}`;
}
