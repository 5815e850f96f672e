import { copyFile, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundle } from "../../scripts/bundle.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that runs the command line, as it is published. */
    readonly command: string;
  }
}

/** Bundles the command once for a whole run of the tests, since a bundle starts in a tenth of the time of its sources. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "guardsmith-command-"));
  const root = project.config.root;
  await copyFile(join(root, "package.json"), join(folder, "package.json"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const make = (): Promise<void> => bundle(join(folder, "dist"));
  await make();
  project.onTestsRerun(make);
  project.provide("command", join(folder, "dist/cli/main.js"));
  return () => rm(folder, { recursive: true });
}
