import { describe, expect, it } from "vitest";
import type { Finished } from "../support/finished.js";
import { runProcess, type ProcessOptions } from "../support/run-process.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

// What commands print and how they exit is tested in this process, by the tests beside this file.

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

const files = {
  "openapi.yaml": spec,
  "guardsmith.config.json": JSON.stringify({ spec: "openapi.yaml", out: "generated" }),
  "good.json": '{ "name": "Rex" }',
  "bad.json": '{ "name": 1 }',
};

/** Runs a command as a process, in a folder with the files. */
async function run(
  args: readonly string[],
  options: Omit<ProcessOptions, "cwd"> = {},
): Promise<Finished> {
  const cwd = await temporaryFolder();
  await put(cwd, files);
  return runProcess(args, { ...options, cwd });
}

describe("a process", () => {
  it.each<[args: string, code: number, stdout: RegExp, stderr: RegExp]>([
    ["--version", 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    ["generate --help", 0, /^Usage: guardsmith generate/, /^$/],
    ["genrate", 2, /^$/, /^error: unknown command 'genrate'\n/],
    ["init", 0, /kept guardsmith\.config\.json: it exists\n/, /^$/],
    ["generate", 0, /^generated 1 model in \d+ files into generated in .*\n$/, /^$/],
    ["generate --check", 1, /\n\d+ files in generated are not up to date: /, /^$/],
    ["generate nowhere.yaml", 2, /^$/, /^error: there is no file nowhere\.yaml /],
    ["clean", 0, /^removed 0 files from generated\n$/, /^$/],
    ["validate --model Pet good.json", 0, /^1 file, 1 value: all valid\n$/, /^$/],
    ["validate --model Pet bad.json", 1, /^bad\.json:1:11: \/name: /, /^$/],
    ["reconcile openapi.yaml Pet=good.json", 0, /^1 sample: all accepted\n$/, /^$/],
    ["reconcile --check Pet=bad.json", 1, /^to decide: 1 contradiction$/m, /^$/],
  ])("of `guardsmith %s` ends with %d", async (args, code, stdout, stderr) => {
    const finished = await run(args.split(" "));
    expect(finished.stdout).toMatch(stdout);
    expect(finished.stderr).toMatch(stderr);
    expect(finished.code).toBe(code);
  });

  it("reads standard input", async () => {
    const { code, stdout } = await run(["generate", "-", "--out", "out"], { stdin: spec });
    expect(stdout).toMatch(/^generated 1 model in \d+ files into out in /);
    expect(code).toBe(0);
  });

  it("says nothing about a reader that stops reading", async () => {
    const { code, stderr } = await run(["generate", "--check"], { closeStdout: true });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });
});

describe("a fault of our own", () => {
  /** Makes a run throw an error: a run normalises only the names of models. */
  const throwing = (message: string): string =>
    `data:text/javascript,${encodeURIComponent(
      `String.prototype.normalize = () => { throw new TypeError(${JSON.stringify(message)}); };`,
    )}`;

  it("is to be reported, with a stack trace only on demand", async () => {
    const preload = throwing("boom");
    const plain = await run(["generate"], { preload });
    expect(plain.stderr).toMatch(/^internal error: TypeError: boom\n.*Please report it/);
    expect(plain.stderr).not.toMatch(/^ +at /m);
    expect(plain.code).toBe(70);

    const debug = await run(["generate"], { preload, env: { GUARDSMITH_DEBUG: "1" } });
    expect(debug.stderr).toMatch(/^ +at /m);
    expect(debug.code).toBe(70);
  });

  it("is shown, but never interpreted as a command", async () => {
    const { code, stderr } = await run(["generate", "--force"], {
      preload: throwing("\n::error::pwned\u001b[31m"),
      env: { GUARDSMITH_DEBUG: "1" },
    });
    expect(code).toBe(70);
    expect(stderr).toContain("internal error: TypeError: \n\\u003a:error::pwned\\u001b[31m\n");
  });
});
