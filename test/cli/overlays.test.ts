import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { overlayOf } from "../overlay/applied.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import { runCommand } from "../support/run-command.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet: { type: string }
`;

/** An overlay that adds a component. */
function adding(name: string, schema = "{ type: string }"): string {
  return overlayOf(`- { target: $.components.schemas, update: { ${name}: ${schema} } }`);
}

const unmatched = overlayOf("- { target: $.components.schemas.Dog, remove: true }");

/** A folder `api` with a config that names `cat.yaml`, and overlays beside it and in `lib`. */
async function project(config: object = {}): Promise<string> {
  const cwd = await temporaryFolder();
  const settings = { spec: "openapi.yaml", overlays: ["cat.yaml"], outputs: ["models"], ...config };
  await put(cwd, {
    "api/openapi.yaml": spec,
    "api/guardsmith.config.json": JSON.stringify(settings),
    "api/cat.yaml": adding("Cat"),
    "api/lib/dog.yaml": adding("Dog"),
    "api/lib/unmatched.yaml": unmatched,
    "api/lib/bad.yaml": adding("Bad", "{ type: strin }"),
  });
  return cwd;
}

/** The models that a run wrote, by their files; none where it wrote nothing. */
async function modelsIn(cwd: string): Promise<readonly string[]> {
  const model = /^api\/generated\/(?:src\/)?models\/(?!index)(.+)\.ts$/;
  return Object.keys(await snapshot(cwd)).flatMap((file) => model.exec(file)?.[1] ?? []);
}

describe("guardsmith generate", () => {
  it.each<readonly [args: readonly string[], folder: string, want: readonly string[]]>([
    [[], "api/lib", ["cat", "pet"]],
    [["--overlay", "dog.yaml"], "api/lib", ["dog", "pet"]],
    [["--overlay", "lib/dog.yaml", "--overlay", "cat.yaml"], "api", ["cat", "dog", "pet"]],
    [["--overlay", "lib/dog.yaml", "lib/unmatched.yaml", "--strict"], "api", ["pet"]],
  ])("applies overlays: %j in %s", async (args, folder, want) => {
    const cwd = await project();
    const { code, stderr } = await runCommand(["generate", ...args], { cwd: join(cwd, folder) });
    const note = folder === "api" ? "" : "using ../guardsmith.config.json\n";
    expect({ code, stderr }).toEqual({ code: 0, stderr: note });
    expect(await modelsIn(cwd)).toEqual(want);
  });

  it.each([
    { args: [], config: {}, code: 0, severity: "warning" },
    { args: ["--strict"], config: {}, code: 2, severity: "error" },
    { args: ["--check"], config: { strict: true }, code: 2, severity: "error" },
  ])("says where an action selects nothing: $args, $config", async (row) => {
    const cwd = await project(row.config);
    const args = ["generate", "--overlay", "lib/unmatched.yaml", ...row.args];
    const { code, stdout, stderr } = await runCommand(args, { cwd: join(cwd, "api") });
    expect(stderr).toMatch(
      new RegExp(`^lib/unmatched\\.yaml:4:13: ${row.severity}: the target selects nothing`),
    );
    expect(stderr).toMatch(/^> 4 \| - \{ target: \$\.components\.schemas\.Dog/m);
    expect(code).toBe(row.code);
    if (code === 0) expect(stdout).toContain("1 warning: 1 unmatched-overlay-action\n");
    else expect(await modelsIn(cwd)).toEqual([]);
  });

  it.each([
    ["lib/bad.yaml", "lib/bad.yaml:4:58: error: ", "malformed-keyword"],
    ["nowhere.yaml", "error: there is no file nowhere.yaml", "file-not-found"],
  ])("is refused with 2 with the overlay %s", async (file, start, kind) => {
    const cwd = await project();
    const args = ["generate", "--overlay", file];
    const { code, stdout, stderr } = await runCommand(args, { cwd: join(cwd, "api") });
    expect(stderr.startsWith(start), stderr).toBe(true);
    expect(stderr).toContain(`(${kind})`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(await modelsIn(cwd)).toEqual([]);
  });

  it("takes an overlay in place of the document", async () => {
    const cwd = await project();
    await put(cwd, { "own.yaml": `extends: api/openapi.yaml\n${adding("Own")}` });
    const args = ["generate", "own.yaml", "--out", "api/generated"];
    const { code, stderr } = await runCommand(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await modelsIn(cwd)).toEqual(["own", "pet"]);
  });

  it("names the overlays where a --check has to be followed by a run", async () => {
    const cwd = await project();
    const args = ["generate", "--check", "--overlay", "lib/dog.yaml"];
    const { code, stdout } = await runCommand(args, { cwd: join(cwd, "api") });
    expect(stdout).toContain("run `guardsmith generate --overlay lib/dog.yaml` and commit");
    expect(code).toBe(1);
  });
});
