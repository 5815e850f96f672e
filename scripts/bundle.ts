import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const runtime = join(root, "generator/runtime");

/**
 * Writes what runs of the published package: few files, which load faster than hundreds of modules.
 * What the code imports when it is needed stays in files of its own, and so do packages. Beside it are
 * the texts of the runtime, at the same relative path as in the sources.
 *
 * @param outDir The folder to write, beside a `package.json`; what it held before is removed.
 */
export async function bundle(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["generator/cli/main.ts", "generator/index.ts", "generator/**/*-worker.ts"],
    outbase: "generator",
    outdir: outDir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    packages: "external",
    // One folder deep, as the modules are that look for files by their own place.
    chunkNames: "chunks/[name]-[hash]",
    sourcemap: true,
    charset: "utf8",
    logLevel: "warning",
  });
  await mkdir(join(outDir, "runtime"));
  for (const name of await readdir(runtime)) {
    await copyFile(join(runtime, name), join(outDir, "runtime", name));
  }
}
