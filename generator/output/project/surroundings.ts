import type { Config } from "../../config/config.js";
import type { FileHook } from "../../config/file-hook.js";
import type { Surroundings } from "../../emit/layout.js";
import { bytesAt, dirname, join, kindAt, pathOfUri, resolve } from "../disk.js";
import { foldersFrom } from "../format/settings-files.js";
import { readMark } from "../mark.js";
import { fileWarning, type FileWarning } from "./file-warning.js";
import { importExtensionFor, readTsconfig } from "./tsconfig.js";

/** What was found around an output folder. */
export interface FoundSurroundings extends Surroundings {
  readonly warnings: readonly FileWarning[];
}

/** What the search depends on besides the settings. */
interface SearchOptions {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Is called with every file that is read or looked for. */
  readonly onFile?: FileHook | undefined;
}

/** The files that mark the root of a project. */
const rootFiles = [
  ".git",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "bun.lockb",
  "deno.lock",
];

/**
 * Returns what the project around an output folder requires, by the nearest `tsconfig.json` and
 * `package.json`. Files that Guardsmith wrote do not count.
 *
 * The search ends at the root of the project: the first folder with `.git` or a lock file; otherwise the
 * folder of the config. So the result does not depend on the folders around a checkout.
 */
export function findSurroundings(
  { out, outputs, target, importExtension, source }: Config,
  { cwd, onFile }: SearchOptions,
): FoundSurroundings {
  const warnings: FileWarning[] = [];
  const needsNothing = { importExtension: "js", needsModuleType: false, warnings } as const;
  if (outputs.includes("package")) return needsNothing;
  if (target === "ts" && importExtension !== undefined) return { ...needsNothing, importExtension };
  const outDir = resolve(out);
  const base = source?.uri.startsWith("file:") === true ? dirname(pathOfUri(source.uri)) : cwd;
  const folders = foldersOfProject(outDir, base);
  const nearest = (name: string): string | undefined => {
    for (const folder of folders) {
      const path = join(folder, name);
      const bytes = bytesAt(path);
      if (folder === outDir && isGenerated(name, bytes)) continue;
      onFile?.(path, bytes);
      if (bytes !== undefined) return path;
    }
    return undefined;
  };
  const manifest = nearest("package.json");
  const isModule = isModuleType(manifest);
  if (target === "js") {
    const isUsers = manifest !== undefined && dirname(manifest) === outDir;
    if (isUsers && !isModule) warnings.push(takenForCommonJs(manifest, cwd));
    return { ...needsNothing, needsModuleType: !isModule && !isUsers };
  }
  const path = nearest("tsconfig.json");
  // Node.js and Deno need the extension of the file, and bundlers accept it. Only `tsc` does not.
  if (path === undefined) return { ...needsNothing, importExtension: "ts" };
  const onWarning = (found: FileWarning): number => warnings.push(found);
  const config = readTsconfig(path, join(outDir, "index.ts"), { cwd, onFile, onWarning });
  return {
    ...needsNothing,
    importExtension: config === undefined ? "ts" : importExtensionFor(config, isModule),
  };
}

function isGenerated(name: string, bytes: Buffer | undefined): boolean {
  return bytes !== undefined && readMark(name, bytes.toString()) !== "none";
}

/** Returns the folders to search, from the output folder to the root of the project. */
function foldersOfProject(outDir: string, base: string): readonly string[] {
  const folders = foldersFrom(outDir);
  const root = folders.findIndex((folder) =>
    rootFiles.some((name) => kindAt(join(folder, name)) !== "absent"),
  );
  const last = root === -1 ? folders.indexOf(base) : root;
  return folders.slice(0, Math.max(last, 0) + 1);
}

/** Returns whether a `package.json` declares JavaScript beside and below it as ES modules. */
function isModuleType(path: string | undefined): boolean {
  if (path === undefined) return false;
  try {
    const value: unknown = JSON.parse(bytesAt(path)?.toString() ?? "");
    const isObject = typeof value === "object" && value !== null;
    return isObject && "type" in value && value.type === "module";
  } catch {
    // Node.js ignores it too.
    return false;
  }
}

function takenForCommonJs(path: string, cwd: string): FileWarning {
  const text = bytesAt(path)?.toString() ?? "";
  const offset = Math.max(text.search(/"type"\s*:/), 0);
  return fileWarning({ path, text, offset, cwd }, (name) => ({
    code: "commonjs-output-folder",
    message: `because of ${name}, Node.js treats the generated ES modules beside it as CommonJS`,
    help: 'add `"type": "module"` to it, or choose another folder as `out`',
  }));
}
