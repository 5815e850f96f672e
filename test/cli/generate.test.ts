import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import { runCommand } from "../support/run-command.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
    Shop:
      type: object
      properties:
        city: { type: string }
`;
const config = JSON.stringify({ spec: "openapi.yaml", out: "generated" });

/** A folder with a document and a config. */
async function project(): Promise<string> {
  const cwd = await temporaryFolder();
  await put(cwd, { "openapi.yaml": spec, "guardsmith.config.json": config });
  return cwd;
}

let output: Promise<Record<string, string>> | undefined;

/** The same with the package that belongs to it; it takes a while, and is generated only once. */
async function generatedProject(): Promise<string> {
  output ??= project().then(async (cwd) => {
    await runCommand(["generate"], { cwd });
    return snapshot(cwd);
  });
  const cwd = await temporaryFolder();
  await put(cwd, await output);
  return cwd;
}

describe("guardsmith generate", () => {
  it("writes the package, and sums up the run in one line", async () => {
    const cwd = await project();
    const { code, stdout, stderr } = await runCommand(["generate"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const files = Object.keys(await snapshot(join(cwd, "generated")));
    // How long it took is different each time.
    expect(stdout.replace(/ in \d+\.\d s:/, ":")).toBe(
      `generated 2 models in ${files.length} files into generated: ` +
        `${files.length} added, 0 changed, 0 removed, 0 unchanged\n`,
    );
    expect(files).toContain(".guardsmith-files");
    expect(files).toContain("src/models/pet.ts");
    expect(files).toContain("package.json");
  });

  it("changes nothing the second time", async () => {
    const cwd = await generatedProject();
    const before = await snapshot(cwd);
    const { code, stdout } = await runCommand(["generate"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/: 0 added, 0 changed, 0 removed, \d+ unchanged\n$/);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("takes the document, the output folder and the roots from the command line", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "api/openapi.yaml": spec });
    const args = ["generate", "api/openapi.yaml", "--out", "lib/pets", "--root", "Pet"];
    const { code, stdout } = await runCommand(args, { cwd });
    expect(stdout).toMatch(/^generated 1 model in \d+ files into lib\/pets in /);
    expect(code).toBe(0);
    const files = Object.keys(await snapshot(join(cwd, "lib/pets")));
    expect(files).toContain("src/models/pet.ts");
    expect(files).not.toContain("src/models/shop.ts");
  });

  it.each([
    ["--no-format", ["--no-format"], "auto"],
    ["the config", [], "none"],
  ])("writes files as they are printed if %s says so", async (_what, args, format) => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "openapi.yaml": spec,
      "guardsmith.config.json": JSON.stringify({ spec: "openapi.yaml", out: "out", format }),
      // Settings that cannot be used are no matter then.
      ".prettierrc": "{",
    });
    expect((await runCommand(["generate", ...args], { cwd })).code).toBe(0);
    const files = await snapshot(join(cwd, "out"));
    expect(files["src/models/pet.ts"]).toContain("\n  name: string;\n");
    const { code, stdout } = await runCommand(["generate", "--check", ...args], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "out is up to date\n" });
  });

  it("removes what is no longer generated", async () => {
    const cwd = await generatedProject();
    const { stdout } = await runCommand(["generate", "--root", "Pet"], { cwd });
    expect(stdout).toMatch(/^generated 1 model .* [1-9]\d* removed, /);
    expect(await snapshot(join(cwd, "generated"))).not.toHaveProperty("src/models/shop.ts");
  });

  it("reads the document from standard input", async () => {
    const cwd = await temporaryFolder();
    const { code, stdout } = await runCommand(["generate", "-", "--out", "out"], {
      cwd,
      stdin: spec,
    });
    expect(stdout).toMatch(/^generated 2 models in \d+ files into out in /);
    expect(code).toBe(0);
  });

  it.each<[what: string, files: Readonly<Record<string, string>>, stderr: RegExp]>([
    ["is not there", {}, /^error: there is no file openapi\.yaml/],
    ["is not YAML", { "openapi.yaml": "openapi: [\n" }, /^openapi\.yaml:\d+:\d+: error: ./],
    ["is not OpenAPI", { "openapi.yaml": "swagger: '2.0'\n" }, /^openapi\.yaml:1:1: error: ./],
    [
      "has an error",
      {
        "openapi.yaml": spec.replace("type: string", "$ref: '#/components/schemas/Nobody'"),
      },
      /openapi\.yaml:10:\d+: error: ./,
    ],
  ])("ends with 2 and leaves the folder unchanged when the document %s", async (_, files, want) => {
    const cwd = await generatedProject();
    await rm(join(cwd, "openapi.yaml"));
    await put(cwd, files);
    const before = await snapshot(cwd);
    const { code, stdout, stderr } = await runCommand(["generate"], { cwd });
    expect(stderr).toMatch(want);
    expect(stderr).not.toMatch(/^ +at .*:\d+:\d+\)?$/m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("ends with 2 and writes nothing when somebody else's file is in the way", async () => {
    const cwd = await project();
    await put(cwd, { "generated/package.json": "{}" });
    const before = await snapshot(cwd);
    const { code, stderr } = await runCommand(["generate"], { cwd });
    expect(stderr).toMatch(/^error: generated\/package\.json would be overwritten, /);
    expect(code).toBe(2);
    expect(await snapshot(cwd)).toEqual(before);
  });
});

describe("guardsmith generate --check", () => {
  it("ends with 0 when the output folder is up to date", async () => {
    const cwd = await generatedProject();
    expect(await runCommand(["generate", "--check"], { cwd })).toEqual({
      code: 0,
      stdout: "generated is up to date\n",
      stderr: "",
    });
  });

  it("ends with 1, prints a diff and names the command to run when it is not", async () => {
    const cwd = await generatedProject();
    await put(cwd, { "openapi.yaml": spec.replace("city:", "town:") });
    const before = await snapshot(cwd);
    const { code, stdout, stderr } = await runCommand(
      ["generate", "--check", "--out", "generated"],
      {
        cwd,
      },
    );
    expect(stdout).toContain(
      "--- a/generated/src/models/shop.ts\n+++ b/generated/src/models/shop.ts\n",
    );
    expect(stdout).toMatch(
      /\n\d+ files in generated are not up to date: run `guardsmith generate --out generated` and commit the result\n$/,
    );
    expect(stderr).toBe("");
    expect(code).toBe(1);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("ends with 1 and makes no folder when nothing was generated yet", async () => {
    const cwd = await project();
    const before = await snapshot(cwd);
    const { code, stdout } = await runCommand(["generate", "--check"], { cwd });
    expect(stdout).toContain("--- /dev/null\n+++ b/generated/src/models/pet.ts\n");
    expect(code).toBe(1);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("ends with 2 when the document is wrong", async () => {
    const cwd = await project();
    const { code, stdout } = await runCommand(["generate", "nowhere.yaml", "--check"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
