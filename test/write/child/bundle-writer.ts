import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that runs `main.ts`. */
    readonly writer: string;
  }
}

/** Bundles `main.ts` once for a whole run of the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "guardsmith-child-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const make = async (): Promise<void> => {
    await build({
      entryPoints: {
        main: at("main.ts"),
        "heartbeat-worker": at("../../../generator/output/transaction/heartbeat-worker.ts"),
        "file-writer-worker": at("../../../generator/output/stage/file-writer-worker.ts"),
      },
      outdir: folder,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      mainFields: ["module", "main"],
      // What no run without a format uses.
      external: ["oxfmt", "prettier", "typescript"],
    });
  };
  await make();
  project.onTestsRerun(make);
  project.provide("writer", join(folder, "main.js"));
  return () => rm(folder, { recursive: true });
}
