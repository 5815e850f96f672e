import { mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram, type Finished } from "../consumer/processes.js";
import { put } from "../write/temporary-folder.js";
import { inPlace, pathOf, type Block } from "./blocks.js";
import type { Files } from "./project.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const environment = new URL("environment.ts", import.meta.url).href;
const loader = import.meta.resolve("tsx");

/** A folder for a program whose settings are in no `tsconfig.json` of its own. */
const settings = { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") };

/**
 * Runs a block as a program of its own, with the packages that the project has and a network that is
 * none: in the project of its page, or else in the root of this one.
 *
 * @param block - The block.
 * @param project - The files of its page's project.
 * @returns How it ended, and what it printed.
 */
export async function runBlock(block: Block, project: Files = {}): Promise<Finished> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-readme-")));
  try {
    // A project may have packages of its own, which come before those beside it.
    const page = join(folder, "page");
    const path = pathOf(block);
    await put(page, {
      "package.json": '{ "type": "module" }',
      ...project,
      [path]: inPlace(block),
    });
    await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const cwd = Object.keys(project).length === 0 ? root : page;
    const args = ["--import", loader, "--import", environment, join(page, path)];
    return await runProgram(process.execPath, args, cwd, settings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
