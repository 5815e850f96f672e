import type { Target } from "../config/config.js";
import { basename, codeFolder, filesIn, join, readText } from "./disk.js";

type Texts = ReadonlyMap<string, string>;

/**
 * Reads the modules of the runtime that are copied into the output, by file name: as TypeScript, or as
 * JavaScript and declarations. A compiled Guardsmith copies the JavaScript that it runs itself.
 */
export async function readRuntimeSources(target: Target): Promise<Texts> {
  const paths = filesIn(join(codeFolder, "runtime"));
  const isCompiled = paths.some((path) => path.endsWith(".js"));
  if (target === "ts") return readAll(paths, /(?<!\.d)\.ts$/);
  if (isCompiled) return readAll(paths, /\.js$|\.d\.ts$/);
  compiled ??= import("./compile-runtime.js").then(async ({ compileRuntime }) =>
    compileRuntime(await readAll(paths, /\.ts$/)),
  );
  return compiled;
}

/** The modules that were compiled from sources in this process. */
let compiled: Promise<Texts> | undefined;

async function readAll(paths: readonly string[], pattern: RegExp): Promise<Texts> {
  return new Map(
    await Promise.all(
      paths
        .filter((path) => pattern.test(path))
        .map(async (path): Promise<[string, string]> => [basename(path), await readModule(path)]),
    ),
  );
}

/** Returns the text of a module without the link to its source map, which is not copied. */
async function readModule(path: string): Promise<string> {
  return (await readText(path)).replace(/^\/\/# sourceMappingURL=.*\n?$/m, "");
}
