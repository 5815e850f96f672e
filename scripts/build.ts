/** Builds `dist`: the JavaScript, its declarations, and the runtime in both forms that are copied. */
import { execFileSync } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileRuntime } from "../generator/output/compile-runtime.js";
import { bundle } from "./bundle.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const runtime = join(root, "generator/runtime");

await bundle(dist);
const tsc = fileURLToPath(import.meta.resolve("typescript/bin/tsc"));
execFileSync(process.execPath, [tsc, "--project", join(root, "tsconfig.build.json")], {
  stdio: "inherit",
});
const sources = new Map<string, string>();
for (const name of await readdir(runtime)) {
  sources.set(name, await readFile(join(runtime, name), "utf8"));
}
for (const [name, text] of compileRuntime(sources)) {
  await writeFile(join(dist, "runtime", name), text);
}
