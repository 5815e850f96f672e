import { cp, mkdir, mkdtemp, readdir, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./processes.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

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
  const workspace = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-consumer-")));
  const packed = join(workspace, "package");
  const folder = join(workspace, "project");
  await cp(join(root, "generated"), packed, {
    recursive: true,
    filter: (source) => !["dist", "node_modules"].includes(basename(source)),
  });
  await symlink(join(root, "node_modules"), join(packed, "node_modules"), "junction");
  await npm(packed, ["pack", "--pack-destination", workspace]);
  const tarball = (await readdir(workspace)).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");

  await mkdir(folder);
  const manifest = { name: "consumer", version: "1.0.0", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await npm(folder, ["install", join(workspace, tarball)]);
  await cp(join(root, "test/consumer/project"), folder, { recursive: true });
  return {
    folder,
    installed: join(folder, "node_modules/openai-batch-types"),
    packed,
    workspace,
  };
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runNpm(cwd, args);
  if (code !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${output}`);
}
