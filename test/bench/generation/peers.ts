import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderOf } from "../processes/installed.js";
import type { Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import { cold, createProject } from "./project.js";

/** The name of the contender that others are compared with. */
export const openapiTypescript = "openapi-typescript: types";
export const heyApi = "hey-api: types, zod";

/**
 * The other generators, each with a project of its own. They lay out nothing with Prettier; what each
 * does is what it does when asked for these outputs and nothing else.
 *
 * @param workspace Where their projects are made.
 * @param document The document.
 */
export async function peersOf(
  workspace: Workspace,
  document: string,
): Promise<readonly Contender[]> {
  const types = await createProject(workspace, "openapi-typescript", document);
  const hey = await createProject(workspace, "hey-api", document);
  const orval = await createProject(workspace, "orval", document);
  const kubb = await createProject(workspace, "kubb", document);
  await writeFile(join(kubb.folder, "kubb.js"), kubbScript);
  return [
    cold(openapiTypescript, types, [openapiTypescriptScript(), "openapi.yaml", "-o", "out/api.ts"]),
    cold(heyApi, hey, heyApiArguments()),
    cold("orval: zod", orval, orvalArguments()),
    cold("kubb: types, zod", kubb, ["kubb.js"]),
  ];
}

/** The command line of openapi-typescript. */
export function openapiTypescriptScript(): string {
  return join(folderOf("openapi-typescript"), "bin/cli.js");
}

/** The command line of hey-api, and what makes it write types and zod schemas from a project. */
export function heyApiArguments(): readonly string[] {
  return [
    join(folderOf("@hey-api/openapi-ts"), "bin/run.js"),
    ...["--input", "./openapi.yaml", "--output", "out", "--no-log-file"],
    ...["--plugins", "@hey-api/typescript", "zod"],
  ];
}

/** The command line of orval, and what makes it write zod schemas from a project. */
export function orvalArguments(): readonly string[] {
  return [
    join(folderOf("orval"), "dist/bin/orval.js"),
    ...["--input", "./openapi.yaml", "--output", "./out/api.ts", "--client", "zod"],
  ];
}

/** Runs kubb by its library: its command line asks the network whether there is a newer version. */
export const kubbScript = `
import { build } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";

await build({
  config: {
    root: ".",
    input: { path: "./openapi.yaml" },
    output: { path: "./out", format: false, lint: false },
    plugins: [pluginOas({ validate: false, generators: [] }), pluginTs(), pluginZod()],
  },
});
`;
