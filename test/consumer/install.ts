import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackage } from "./pack.js";
import { runNpm } from "./processes.js";

const program = fileURLToPath(new URL("project/", import.meta.url));

/** A project that has nothing but the package. */
export interface Consumer {
  /** The folder of the project. */
  readonly folder: string;
  /** Where the package is installed in it. */
  readonly installed: string;
  /** The copy of the package that was packed. */
  readonly packed: string;
  /** All of these, to be removed in the end. */
  readonly workspace: string;
}

/** Builds and packs a copy of the package, and installs it in an empty project, without a network. */
export async function installPackage(): Promise<Consumer> {
  const { folder: packed, tarball, workspace } = await packPackage();
  const folder = join(workspace, "project");
  await mkdir(folder);
  const manifest = { name: "consumer", version: "1.0.0", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  const { code, output } = await runNpm(folder, ["install", tarball]);
  if (code !== 0) throw new Error(`npm install failed:\n${output}`);
  await cp(program, folder, { recursive: true });
  return {
    folder,
    installed: join(folder, "node_modules/openai-batch-types"),
    packed,
    workspace,
  };
}
