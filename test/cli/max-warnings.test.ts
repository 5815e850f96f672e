import { describe, expect, it } from "vitest";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import type { Finished } from "../support/finished.js";
import { runCommand } from "../support/run-command.js";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components: { schemas: { Pet: { type: object, foo: 1 } } }
`;

/** Runs a command in a folder with a document that has a warning. */
async function runIn(
  args: readonly string[],
  settings: object = {},
): Promise<Finished & { readonly cwd: string }> {
  const cwd = await temporaryFolder();
  const config = { spec: "openapi.yaml", outputs: ["models"], format: "none", ...settings };
  await put(cwd, {
    "openapi.yaml": document,
    "pet.json": "{}",
    "guardsmith.config.json": JSON.stringify(config),
  });
  return { ...(await runCommand(args, { cwd })), cwd };
}

describe("a warning", () => {
  it.each([
    [["generate", "--max-warnings", "1"], {}, 0],
    [["generate", "--max-warnings", "0"], {}, 2],
    [["generate", "--max-warnings", "1"], { maxWarnings: 0 }, 0],
    [["generate", "--max-warnings", "0", "--check"], { maxWarnings: 1 }, 2],
    [["validate", "--model", "Pet", "pet.json"], {}, 0],
    [["validate", "--model", "Pet", "pet.json"], { maxWarnings: 0 }, 2],
    [["validate", "--model", "Pet", "pet.json"], { strict: true }, 2],
    [["reconcile"], {}, 0],
    [["reconcile"], { maxWarnings: 0 }, 2],
    [["reconcile"], { strict: true }, 2],
  ])("%j with %j ends with %i", async (args, settings, code) => {
    const { code: ended, stdout, stderr, cwd } = await runIn(args, settings);
    expect([ended, stderr]).toEqual([code, expect.any(String)]);
    if (code === 0) return;
    expect(stdout).toBe("");
    expect(stderr).toContain("(unknown-keyword)");
    if (!("strict" in settings)) expect(stderr).toContain("(too-many-warnings)");
    expect(Object.keys(await snapshot(cwd))).not.toContain("generated/index.ts");
  });

  it("is reported again if nothing has changed, and the limit leaves the output unchanged", async () => {
    const { cwd } = await runIn(["generate"]);
    const before = await snapshot(cwd);
    const limited = await runCommand(["generate", "--max-warnings", "0"], { cwd });
    expect([limited.code, limited.stderr]).toEqual([2, expect.stringContaining("unknown-keyword")]);
    const checked = await runCommand(["generate", "--check", "--max-warnings", "1"], { cwd });
    expect(checked).toMatchObject({ code: 0, stdout: "generated is up to date\n" });
    expect(await runCommand(["generate", "--max-warnings", "1"], { cwd })).toMatchObject({
      code: 0,
    });
    expect(await snapshot(cwd)).toEqual(before);
  });

  it.each(["-1", "none", "1.5"])("cannot be counted up to %s", async (number) => {
    const { code, stderr } = await runIn(["generate", `--max-warnings=${number}`]);
    expect(code).toBe(2);
    expect(stderr).toContain("It has to be a whole number.");
  });
});
