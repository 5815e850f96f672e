import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockFolder } from "../../generator/output/transaction/folder-lock.js";
import { writeJournal } from "../../generator/output/transaction/journal.js";
import { stampOf } from "../../generator/output/disk.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import { runProcess } from "../support/run-process.js";
import { startWatching } from "./watching.js";

const spec = (name: string): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet: { type: object, properties: { ${name}: { type: string } } }
`;
const generate = ["generate", "openapi.yaml", "--out", "out"];

/** A project with its output. */
async function project(): Promise<{ readonly cwd: string; readonly out: string }> {
  const cwd = await temporaryFolder();
  await put(cwd, { "openapi.yaml": spec("name") });
  expect(await runProcess(generate, { cwd })).toMatchObject({ code: 0 });
  return { cwd, out: join(cwd, "out") };
}

/** Makes the output look as if a run had been killed after it put one file in place. */
async function cutShort(out: string): Promise<void> {
  const run_ = join(out, ".guardsmith/run-1");
  await mkdir(run_, { recursive: true });
  await writeFile(join(out, "half.ts"), "half");
  const after = stampOf(join(out, "half.ts"));
  writeJournal(run_, { folders: [], steps: [{ path: "half.ts", file: 1, before: null, after }] });
}

describe("an output folder in which a run was cut short", () => {
  it("is named by --check, with what mends it, and is mended by the next run", async () => {
    const { cwd, out } = await project();
    const whole = await snapshot(out);
    await cutShort(out);
    const before = await snapshot(out);
    expect(await runProcess([...generate, "--check"], { cwd })).toEqual({
      code: 1,
      stderr: "",
      stdout:
        "a run that wrote to out was interrupted, so the folder may have files of two runs: run `guardsmith generate openapi.yaml --out out` to repair it, and commit the result\n",
    });
    expect(await snapshot(out)).toEqual(before);
    expect(await runProcess(generate, { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(": 0 added, 0 changed, 0 removed") as string,
    });
    expect(await snapshot(out)).toEqual(whole);
    expect(await runProcess([...generate, "--check"], { cwd })).toMatchObject({ code: 0 });
  });

  it("is brought back also where the next run fails", async () => {
    const { cwd, out } = await project();
    const whole = await snapshot(out);
    await cutShort(out);
    await put(cwd, { "openapi.yaml": "openapi: [" });
    expect(await runProcess(generate, { cwd })).toMatchObject({ code: 2 });
    expect(await snapshot(out)).toEqual(whole);
  });
});

describe("an output folder that another run writes to", () => {
  it.each([
    ["a run", []],
    ["a comparison", ["--check"]],
  ])("has %s wait, which then works on what is there", async (_, more) => {
    const { cwd, out } = await project();
    const whole = await snapshot(out);
    const lock = await lockFolder(out);
    let hasEnded = false;
    const ended = runProcess([...generate, ...more], { cwd }).finally(() => (hasEnded = true));
    if (more.length === 0) {
      while (!(await readdir(join(out, ".guardsmith"))).some((name) => name.startsWith("waiting-")))
        await new Promise((fulfil) => setTimeout(fulfil, 20));
    }
    await rm(join(out, "src"), { recursive: true, force: true });
    await rm(join(out, "models"), { recursive: true, force: true });
    expect(hasEnded).toBe(false);
    await put(out, whole);
    lock.release();
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
    expect(await snapshot(out)).toEqual(whole);
  });

  it("has --watch wait, until a signal ends it", async () => {
    const { cwd, out } = await project();
    const whole = await snapshot(out);
    await put(cwd, { "openapi.yaml": spec("label") });
    const lock = await lockFolder(out);
    const { stop } = startWatching(["openapi.yaml", "--out", "out"], cwd);
    while (!(await readdir(join(out, ".guardsmith"))).some((name) => name.startsWith("waiting-")))
      await new Promise((fulfil) => setTimeout(fulfil, 20));
    expect(await stop("SIGINT")).toMatchObject({ code: 0 });
    lock.release();
    expect(await snapshot(out)).toEqual(whole);
  });
});
