import { existsSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "../consumer/processes.js";

const shared = fileURLToPath(new URL("projects/shared/", import.meta.url));
const main = fileURLToPath(new URL("../../generator/cli/main.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");
const batches = fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url));

/**
 * Generates the code of a project as its user does: in its folder, by its config file.
 *
 * @returns How the generated modules import each other: `.js`, `.ts` or the empty string.
 */
export async function generateInto(folder: string): Promise<string> {
  await cp(shared, folder, { recursive: true, force: false });
  await cp(batches, join(folder, "openapi.yaml"));
  await generate(folder, []);
  const extension = await extensionIn(folder);
  const checks = join(folder, "src/checks.ts");
  const text = await readFile(checks, "utf8");
  await writeFile(checks, text.replace("/api/index.js", `/api/index${extension}`));
  return extension;
}

/**
 * Returns how the generated modules of a project import each other: `.js`, `.ts` or the empty string.
 *
 * @throws when there are none in the folders that projects generate into
 */
export async function extensionIn(folder: string): Promise<string> {
  const index = ["src/api/index.ts", "packages/api/src/index.ts"]
    .map((path) => join(folder, path))
    .find(existsSync);
  if (index === undefined) throw new Error(`nothing is generated in ${folder}`);
  const [, extension = ""] =
    /"\.\/models\/.*?(\.[jt]s)?"/.exec(await readFile(index, "utf8")) ?? [];
  return extension;
}

/** Runs `guardsmith generate` in a folder. */
export async function generate(folder: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runNode(folder, ["--import", tsx, main, "generate", ...args]);
  if (code !== 0) throw new Error(`guardsmith generate failed:\n${output}`);
}
