import { mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode, type Finished } from "../consumer/processes.js";
import { inPlace, type Block } from "./blocks.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const environment = new URL("environment.ts", import.meta.url).href;

/**
 * Runs a block as a program of its own, in the root of the project, with the packages that the
 * project has and a network that is none.
 *
 * @returns How it ended, and what it printed.
 */
export async function runBlock(block: Block): Promise<Finished> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-readme-")));
  try {
    const program = join(folder, `${block.line}.mts`);
    await writeFile(program, inPlace(block));
    await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    return await runNode(root, ["--import", "tsx", "--import", environment, program]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
