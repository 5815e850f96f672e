import { execFile } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";

const run = promisify(execFile);

it("works as it is published: compiled, and with nothing of the sources beside it", async () => {
  const folder = await temporaryFolder();
  // Packing builds first, as publishing does.
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder]);
  const [, name = ""] = /"filename":\s*"([^"]+)"/.exec(stdout) ?? [];
  await run("tar", ["xzf", join(folder, name), "-C", folder]);
  await symlink(resolve("node_modules"), join(folder, "package", "node_modules"));
  const main = join(folder, "package", "dist", "cli", "main.js");
  await mkdir(join(folder, "project"));
  const { stdout: summary } = await run(
    process.execPath,
    [main, "generate", resolve("spec/openapi.yaml"), "--out", "generated"],
    { cwd: join(folder, "project") },
  );
  expect(summary).toMatch(/^generated 13 models in \d+ files into generated in /);
  // The compiled form alone writes files in a thread of its own: all of them, and nothing stays behind.
  const made = await snapshot(join(folder, "project"));
  const listed = (made["generated/.guardsmith-files"] ?? "").split("\n").slice(1, -1);
  expect(Object.keys(made).sort()).toEqual(
    ["generated/.guardsmith-files", ...listed.map((path) => `generated/${path}`)].sort(),
  );
  const again = [main, "generate", resolve("spec/openapi.yaml"), "--out", "generated", "--force"];
  await run(process.execPath, again, { cwd: join(folder, "project") });
  expect(await snapshot(join(folder, "project"))).toEqual(made);
  // JavaScript comes with the runtime that was compiled with Guardsmith, the same as from its sources.
  const asJavaScript = ["generate", resolve("spec/openapi.yaml"), "--out", "js", "--target", "js"];
  await run(process.execPath, [main, ...asJavaScript], { cwd: join(folder, "project") });
  const { files: fromSources } = await generate({
    spec: resolve("spec/openapi.yaml"),
    config: { target: "js" },
    cwd: join(folder, "project"),
  });
  const javaScript = await snapshot(join(folder, "project/js"));
  expect(javaScript).toEqual({
    ".guardsmith-files": javaScript[".guardsmith-files"],
    ...Object.fromEntries(fromSources.map(({ path, text }) => [path, text])),
  });
  // A thread that was started for what is then not needed does not keep the process from ending.
  const failing = run(process.execPath, [main, "generate", "missing.yaml"], { cwd: folder });
  await expect(failing).rejects.toMatchObject({ code: 2 });
  await expect(failing).rejects.toThrow("file-not-found");
  // Node.js tells only in its own words where a module cannot be parsed.
  await put(join(folder, "broken"), { "guardsmith.config.mjs": "export default {\n  a: = 5 };" });
  const broken = run(process.execPath, [main, "generate"], { cwd: join(folder, "broken") });
  await expect(broken).rejects.toThrow(/guardsmith\.config\.mjs:2:6: error: .* Unexpected token/);
});
