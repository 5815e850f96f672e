import { copyFile, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import type { Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";

/** A folder with a document, where one generator works. */
export interface Project {
  readonly folder: string;
  /** The document, named `openapi` in every project. */
  readonly document: string;
  readonly output: string;
}

/**
 * Makes a project in the workspace.
 *
 * @param workspace Where.
 * @param name The name of its folder; one that is there is replaced.
 * @param document The document that is copied into it.
 */
export async function createProject(
  workspace: Workspace,
  name: string,
  document: string,
): Promise<Project> {
  const folder = join(workspace.folder, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const project = {
    folder,
    document: join(folder, `openapi${extname(document)}`),
    output: join(folder, "out"),
  };
  await copyFile(document, project.document);
  return project;
}

/** Writes the config of Guardsmith into a project. */
export async function configure(project: Project, outputs: readonly string[]): Promise<void> {
  const config = { spec: basename(project.document), out: "out", outputs, package: packageOptions };
  await writeFile(join(project.folder, "guardsmith.config.json"), JSON.stringify(config));
}

const packageOptions = { name: "measured", version: "1.0.0" };

/** A generator that begins with an empty folder. */
export function cold(name: string, project: Project, args: readonly string[]): Contender {
  return {
    name,
    cwd: project.folder,
    args,
    prepare: () => rm(project.output, { recursive: true, force: true }),
    inspect: async () => {
      const count = (await stampsOf(project.output)).size;
      if (count === 0) throw new Error("nothing was written");
      return `${count}`;
    },
  };
}

/**
 * When each file of an output was written, and as which file of the file system: one of them changes
 * when a file is written again. Files that a generator keeps for itself, as `.guardsmith-files`, are
 * left out.
 */
export async function stampsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const stamps = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath, entry.name);
    const { ino, mtimeNs } = await stat(path, { bigint: true });
    stamps.set(relative(folder, path), `${ino} ${mtimeNs}`);
  }
  return stamps;
}
