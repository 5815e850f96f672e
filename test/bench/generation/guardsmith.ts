import { readFile, writeFile } from "node:fs/promises";
import type { Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import { withProperty } from "./change.js";
import { cold, configure, createProject, stampsOf, type Project } from "./project.js";

/** What Guardsmith is asked for. */
export interface Variant {
  readonly name: string;
  readonly outputs: readonly string[];
}

export const modelsAndGuards: Variant = {
  name: "Guardsmith: types, guards, issues",
  outputs: ["models", "guards"],
};

export const everything: Variant = {
  name: "Guardsmith: all outputs",
  outputs: ["models", "guards", "json-schema", "openapi", "package"],
};

/** What is done with a project of Guardsmith, one after the other. */
export const states = ["cold", "nothing changed", "--check", "one schema changed"] as const;
export type State = (typeof states)[number];

/** The name of a contender. */
export function nameOf(variant: Variant, state: State): string {
  return `${variant.name}, ${state}`;
}

/** Guardsmith in each state, in one project. */
export async function guardsmithOf(
  workspace: Workspace,
  document: string,
  variant: Variant,
): Promise<readonly Contender[]> {
  const folder = `guardsmith-${variant.outputs.length}`;
  const project = await createProject(workspace, folder, document);
  await configure(project, variant.outputs);
  const generate = [workspace.guardsmith, "generate"];
  const text = await readFile(project.document, "utf8");
  const texts = [withProperty(text, "Batch", "measured_again"), text] as const;
  return states.map((state): Contender => {
    const name = nameOf(variant, state);
    switch (state) {
      case "cold":
        return cold(name, project, generate);
      case "nothing changed":
        return rewriting(name, project, generate);
      case "--check":
        return rewriting(name, project, [...generate, "--check"]);
      case "one schema changed":
        // In turn with a property more and without it, so that there is a change every time.
        return rewriting(name, project, generate, (round) =>
          writeFile(project.document, texts[round % 2 === 0 ? 0 : 1]),
        );
    }
  });
}

/** A run on what an earlier run left, with the number of files that it writes again. */
function rewriting(
  name: string,
  project: Project,
  args: readonly string[],
  prepare?: (round: number) => Promise<void>,
): Contender {
  let before: ReadonlyMap<string, string> = new Map();
  return {
    name,
    cwd: project.folder,
    args,
    prepare: async (round) => {
      await prepare?.(round);
      before = await stampsOf(project.output);
    },
    inspect: async () => {
      const after = await stampsOf(project.output);
      const written = [...after].filter(([path, stamp]) => before.get(path) !== stamp);
      if (prepare !== undefined && written.length === 0) throw new Error("nothing was written");
      return `${written.length} of ${after.size}`;
    },
  };
}
