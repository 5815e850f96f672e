/** Generates the code that examples have in the repository. Arguments are passed on, such as --check. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { committedExamples } from "./committed-examples.js";

const main = fileURLToPath(new URL("../generator/cli/main.ts", import.meta.url));
const args = ["--import", import.meta.resolve("tsx"), main, "generate", ...process.argv.slice(2)];

for (const cwd of committedExamples()) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
