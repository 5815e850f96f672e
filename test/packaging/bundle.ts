import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a bundler makes of a program. */
export interface Bundle {
  /** Minified. */
  readonly code: string;
  /** In bytes. */
  readonly minified: number;
  /** In bytes, minified and compressed. */
  readonly gzipped: number;
  /** The modules that something is left of, by the end of their path: `guards/batch`. */
  readonly modules: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Bundles a program for browsers, minified.
 *
 * @param program The text of the program, in TypeScript.
 * @param folder Where its imports are looked up.
 */
export async function bundle(program: string, folder: string): Promise<Bundle> {
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const code = outputFiles.map(({ text }) => text).join("");
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return {
    code,
    minified: Buffer.byteLength(code),
    gzipped: gzipSync(code, { level: 9 }).length,
    modules: inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path.replace(/^.*\/(?:src|dist)\//, "").replace(/\.[jt]s$/, ""))
      .toSorted(),
    warnings: warnings.map(({ text }) => text),
  };
}
