import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runNode, type Finished } from "./processes.js";

/** The versions of TypeScript that users have: the project's own, and those of `test/compilers`. */
export const compilers: readonly string[] = ["typescript", "typescript-6", "typescript-7"];

/** Compiles in a folder with a version of TypeScript. */
export async function compile(
  compiler: string,
  folder: string,
  args: readonly string[],
): Promise<Finished> {
  return runNode(folder, [await binaryOf(compiler), ...args, "--pretty", "false"]);
}

async function binaryOf(compiler: string): Promise<string> {
  const workspace = new URL(`../compilers/${compiler}/package.json`, import.meta.url);
  const require = createRequire(compiler === "typescript" ? import.meta.url : workspace);
  const manifest = require.resolve("typescript/package.json");
  // The manifest of a compiler names its program.
  const { bin } = JSON.parse(await readFile(manifest, "utf8")) as { bin: { tsc: string } };
  return join(dirname(manifest), bin.tsc);
}
