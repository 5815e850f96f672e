import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cold, configure, createProject, stampsOf } from "../generation/project.js";
import type { Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";

/** Guardsmith with a document of this text; its remark is the number of models. */
export async function contenderOf(
  workspace: Workspace,
  name: string,
  text: string,
): Promise<Contender> {
  const file = join(workspace.folder, `${folderOf(name)}.yaml`);
  await writeFile(file, text);
  return contenderOfFile(workspace, name, file);
}

/** Guardsmith with the document of a file; its remark is the number of models. */
export async function contenderOfFile(
  workspace: Workspace,
  name: string,
  file: string,
): Promise<Contender> {
  const project = await createProject(workspace, folderOf(name), file);
  await configure(project, ["models", "guards"]);
  return {
    ...cold(name, project, [workspace.guardsmith, "generate"]),
    inspect: async () => {
      const paths = [...(await stampsOf(project.output)).keys()];
      return String(paths.filter((path) => dirname(path).endsWith("models")).length);
    },
  };
}

function folderOf(name: string): string {
  return `growth-${name.replace(/\W+/g, "-")}`;
}
