import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import { runCommand } from "../support/run-command.js";

describe("the command line", () => {
  it("prints the version of the project with --version", async () => {
    const manifest: unknown = JSON.parse(await readFile("package.json", "utf8"));
    const { code, stdout, stderr } = await runCommand(["--version"], {
      cwd: await temporaryFolder(),
    });
    expect(manifest).toMatchObject({ version: stdout.trim() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each([
    [["--help"], "generate [options] [spec]"],
    [["generate", "--help"], "Exit codes:"],
    [["help", "generate"], "--out <dir>"],
    [["--help"], "validate [options] [files...]"],
    [["validate", "--help"], "Exit codes:"],
    [["--help"], "reconcile [options] [spec] [samples...]"],
    [["reconcile", "--help"], "Exit codes:"],
    [["help", "generate"], "--overlay <file...>"],
    [["help", "generate"], "--strict"],
    [["help", "generate"], "--no-format"],
    [["help", "generate"], "--watch"],
  ])("explains itself: %j", async (args, text) => {
    const { code, stdout, stderr } = await runCommand(args, {
      cwd: await temporaryFolder(),
    });
    expect(stdout).toContain(text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it.each([
    [[], "Usage: guardsmith"],
    [["genrate"], "error: unknown command 'genrate'\n(Did you mean generate?)"],
    [["generate", "--chek"], "error: unknown option '--chek'\n(Did you mean --check?)"],
    [["generate", "a.yaml", "b.yaml"], "error: too many arguments for 'generate'"],
    [["generate", "--out"], "error: option '-o, --out <dir>' argument missing"],
    [["generate", "--root"], "error: option '-r, --root <name...>' argument missing"],
    [["generate", "--overlay"], "error: option '--overlay <file...>' argument missing"],
  ])("is refused with 2 when it is wrong: %j", async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args, {
      cwd: await temporaryFolder(),
    });
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("is refused with 2 when it names no document and there is no config", async () => {
    const { code, stderr } = await runCommand(["generate"], {
      cwd: await temporaryFolder(),
    });
    expect(stderr).toMatch(/^error: no OpenAPI document is named \(missing-spec\)\n {2}help: ./);
    expect(code).toBe(2);
  });
});

describe("a wrong setting", () => {
  it("is refused with 2, and with the file, the line and the column", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "guardsmith.config.json": '{\n  "spec": "openapi.yaml",\n  "rots": ["Pet"]\n}\n',
    });
    const before = await snapshot(cwd);
    const { code, stdout, stderr } = await runCommand(["generate"], { cwd });
    expect(stderr).toMatch(/^guardsmith\.config\.json:3:3: error: `rots` is not a setting/);
    expect(stderr).toContain("help: did you mean `roots`?");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(await snapshot(cwd)).toEqual(before);
  });

  it.each([
    [["generate"], {}, false],
    [["generate", "--color"], {}, true],
    [["generate", "--color"], { NO_COLOR: "1" }, true],
    [["generate", "--no-color"], { FORCE_COLOR: "1" }, false],
  ])("is coloured only on demand if there is no terminal: %j %j", async (args, env, want) => {
    const { stderr } = await runCommand(args, { cwd: await temporaryFolder(), env });
    expect(stderr.includes("\u001b[")).toBe(want);
  });
});
