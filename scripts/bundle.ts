import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const runtime = join(root, "generator/runtime");

/**
 * Writes the JavaScript of the published package: few files, which load faster than hundreds of modules.
 * Dynamic imports stay in separate files, and packages stay external. The texts of the runtime are beside it, at
 * the same relative path as in the sources.
 *
 * @param outDir The folder to write, beside a `package.json`. Its earlier content is removed.
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
    // One folder deep, like the modules that find files relative to themselves.
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
