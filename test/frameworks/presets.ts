import { cp, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome } from "../runtimes/outcome.js";
import { generate, generateInto } from "./generate.js";
import { installProject, runInProject, type Project } from "./install.js";

/** The names that the lock file gives to the versions of TypeScript. */
export const compilers = [
  "typescript-5.4",
  "typescript-5.9",
  "typescript-6",
  "typescript-7",
] as const;

/** A version of TypeScript with the settings of a kind of project. */
export interface Preset {
  readonly settings: string;
  readonly compiler: (typeof compilers)[number];
}

const keywords = fileURLToPath(new URL("../fixtures/keywords-3.1.yaml", import.meta.url));

/** Combinations in which TypeScript refuses code that is right, and nobody has them. */
const refused: Readonly<Record<string, string>> = {
  "angular, typescript-5.4":
    "with `module: preserve` it finds no helper for any async generator; Angular had other settings then",
};

/** What all settings compile: the Batch API, and a document with most keywords. */
export async function installPresets(): Promise<Project> {
  const project = await installProject("presets");
  await generateInto(project.folder);
  await cp(keywords, join(project.folder, "keywords.yaml"));
  await generate(project.folder, ["keywords.yaml", "--out", "src/keywords"]);
  return project;
}

/** Every version of TypeScript with all settings that the project has. */
export async function presetsOf({ folder }: Project): Promise<readonly Preset[]> {
  const files = await readdir(join(folder, "configs"));
  return files
    .toSorted()
    .flatMap((file) =>
      compilers.map((compiler) => ({ settings: basename(file, ".json"), compiler })),
    );
}

/**
 * Compiles what is generated with the settings of a preset.
 *
 * @returns That it is skipped, where this version of TypeScript does not know one of the settings.
 */
export async function compilePreset(
  { folder, versions }: Project,
  { settings, compiler }: Preset,
): Promise<Outcome> {
  const reason = refused[`${settings}, ${compiler}`];
  if (reason !== undefined) return { kind: "skipped", detail: reason };
  const tsc = `node_modules/${compiler}/bin/tsc`;
  const args = [tsc, "--project", `configs/${settings}.json`, "--pretty", "false"];
  const { code, output } = await runInProject(folder, "node", args);
  if (code === 0) return { kind: "passed", detail: `typescript ${versions[compiler] ?? ""}` };
  const errors = output.trim().split("\n");
  const isOfSettings = errors.every((line) => !/^(?:\.\.\/)*src\//.test(line));
  const detail = errors.slice(0, 10).join("\n");
  return { kind: isOfSettings ? "skipped" : "failed", detail };
}
