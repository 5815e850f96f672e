import { join } from "node:path";
import { heyApiArguments, openapiTypescriptScript } from "../generation/peers.js";
import { configure, createProject, type Project } from "../generation/project.js";
import { folderOf } from "../processes/installed.js";
import { measure } from "../processes/measure.js";
import type { Workspace } from "../processes/workspace.js";

/** What generators made of one document, each in a project of its own. */
export interface Outputs {
  /** With the package built: sources in `src`, JavaScript and declarations in `dist`. */
  readonly guardsmith: Project;
  readonly heyApi: Project;
  readonly openapiTypescript: Project;
}

/** Runs the generators. */
export async function makeOutputs(workspace: Workspace, document: string): Promise<Outputs> {
  const guardsmith = await createProject(workspace, "consumer-guardsmith", document);
  await configure(guardsmith, ["models", "guards", "package"]);
  await run(workspace, guardsmith.folder, [workspace.guardsmith, "generate"]);
  await run(workspace, guardsmith.output, [compiler(), "--project", "tsconfig.json"]);
  const heyApi = await createProject(workspace, "consumer-hey-api", document);
  await run(workspace, heyApi.folder, heyApiArguments());
  const openapiTypescript = await createProject(workspace, "consumer-openapi-typescript", document);
  await run(workspace, openapiTypescript.folder, [
    openapiTypescriptScript(),
    ...["openapi.yaml", "-o", "out/api.ts"],
  ]);
  return { guardsmith, heyApi, openapiTypescript };
}

async function run(workspace: Workspace, cwd: string, args: readonly string[]): Promise<void> {
  const { code, output } = await measure(workspace, { cwd, args });
  if (code !== 0) throw new Error(`${args.join(" ")} failed:\n${output}`);
}

/** The script of the TypeScript compiler. */
export function compiler(): string {
  return join(folderOf("typescript"), "bin/tsc");
}
