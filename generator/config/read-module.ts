import type { SourceText } from "../core/source-text.js";
import { inputError, InputError, type Problem } from "../core/failure.js";
import { extname, importModule, readBytes, settled, uriOfPath } from "./disk.js";
import { unmarkKeys } from "./every-key.js";
import type { FileHook } from "./file-hook.js";
import { readFileBytes } from "./read-file.js";
import { defineConfig, type ConfigEnvironment } from "./user-config.js";

/** A config that is a module. */
export interface ModuleFile {
  /** Its absolute path. */
  readonly path: string;
  /** The file as the user knows it. */
  readonly name: string;
  /** What it receives, if it exports a function. */
  readonly environment: ConfigEnvironment;
  /** Is called with what was read, also if that is nothing. */
  readonly onFile?: FileHook | undefined;
}

/**
 * Reads a config that is a module in JavaScript or TypeScript.
 *
 * One that has changed since it was last read is imported anew. So are the modules that it imports, if
 * it is TypeScript; those of JavaScript are kept by Node.js.
 *
 * @returns What it exports, or what the function returns that it exports.
 * @throws InputError when there is no such file, when it fails, and when it exports no config.
 */
export async function readModule(file: ModuleFile): Promise<unknown> {
  // Node.js words a missing file as a missing dependency.
  const bytes = await readFileBytes(file.path, file.name, readBytes, file.onFile);
  const failed = (error: unknown): InputError => failure(error, file, bytes);
  try {
    const module = await settled(imported(file, bytes), neverDone);
    const config = exported(module, file);
    const value: unknown =
      typeof config === "function"
        ? await settled(
            Promise.resolve(Reflect.apply(config, undefined, [file.environment])),
            neverDone,
          )
        : config;
    // A copy: what getters throw is told here.
    return unmarkKeys(value);
  } catch (error) {
    throw error instanceof InputError ? error : failed(error);
  }
}

const isTypeScript = /^\.[cm]?ts$/;

async function imported(file: ModuleFile, bytes: Uint8Array): Promise<unknown> {
  const { path } = file;
  if (isTypeScript.test(extname(path))) return transpiled(file);
  try {
    return await importModule(path, bytes);
  } catch (error) {
    // Node.js does not tell where it is.
    if (error instanceof SyntaxError) await transpiled(file);
    throw error;
  }
}

/** Imports a module with all that it imports, translated to JavaScript where that is needed. */
async function transpiled({ path, onFile }: ModuleFile): Promise<unknown> {
  const { createJiti } = await import("jiti");
  // Not kept on the disk, where others could write, nor in the process, so that changes are seen. The
  // config finds `defineConfig` also where Guardsmith is not installed in its project.
  const virtualModules = { guardsmith: { defineConfig } };
  const options = { fsCache: false, moduleCache: false, virtualModules };
  const { transform } = createJiti(path, options);
  const jiti = createJiti(path, {
    ...options,
    transform: (module) => {
      const { filename, source } = module;
      if (filename !== undefined) onFile?.(filename, new TextEncoder().encode(source));
      return { code: transform(module) };
    },
  });
  return jiti.import(path);
}

/** What a module exports as the config. */
function exported(module: unknown, { path, name }: ModuleFile): unknown {
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  // `module.exports = { … }`, which Node.js calls the default export by itself
  if (extname(path) === ".cts") return module;
  const source = moduleSource(path, name, "");
  const problem: Problem = {
    code: "invalid-config",
    message: "the module has no default export",
    help: "write `export default { … }`",
    place: { uri: source.uri, pointer: "" },
  };
  throw inputError([problem], source);
}

/** Where diagnostics about the settings of a module are: in the file, whose values have no places. */
export function moduleSource(path: string, name: string, text: string): SourceText {
  return { uri: uriOfPath(path), name, text, format: "json" };
}

function neverDone(): Error {
  return new Error("it waits for a promise that nothing will settle");
}

/** The error for a module that failed, with the place in it that the error tells. */
function failure(error: unknown, { path, name }: ModuleFile, bytes: Uint8Array): InputError {
  const source = moduleSource(path, name, new TextDecoder().decode(bytes));
  const { reason, line, column } = explain(error, [path, source.uri]);
  const offset = line === undefined ? undefined : offsetAt(source.text, line, column);
  const problem: Problem = {
    code: "config-failed",
    message: `the config could not be loaded: ${reason}`,
    help: /['"]guardsmith['"]/.test(reason)
      ? "install guardsmith in the project, or leave out `defineConfig`: `export default { … }` does as well"
      : "correct the module, or what it imports",
    place: { uri: source.uri, pointer: "" },
    ...(offset !== undefined && { offset: { uri: source.uri, offset } }),
  };
  return inputError([problem], offset === undefined ? { ...source, text: "" } : source);
}

/** What an error says, and where it is in a file, if it tells. */
function explain(
  error: unknown,
  files: readonly string[],
): { readonly reason: string; readonly line?: number; readonly column?: number } {
  if (typeof error === "string") return { reason: error };
  if (!(error instanceof Error)) return { reason: "an error without a message" };
  const { message, stack = "" } = error;
  const syntax = /^ParseError: (.*?)\s*\n (.*):(\d+):(\d+)\s*$/s.exec(message);
  if (syntax !== null) {
    const [, reason = "", file = "", line, column] = syntax;
    // Babel counts columns from 0.
    return files.includes(file)
      ? { reason, line: Number(line), column: Number(column) + 1 }
      : { reason: `${reason} (${file}:${line})` };
  }
  const [reason = ""] = message.split("\n");
  for (const file of files) {
    const at = stack.indexOf(file);
    if (at === -1) continue;
    const place = /^(?:\?[\da-f]+)?:(\d+)(?::(\d+))?/.exec(stack.slice(at + file.length));
    if (place === null) continue;
    const [, line, column] = place;
    // What is translated keeps its lines only.
    const isExact = column !== undefined && !isTypeScript.test(extname(file));
    return { reason, line: Number(line), ...(isExact && { column: Number(column) }) };
  }
  return { reason };
}

/** The offset of a column, or else of the first character on the line that is no blank. */
function offsetAt(text: string, line: number, column: number | undefined): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + (column === undefined ? (lines[line - 1] ?? "").search(/\S|$/) : column - 1);
}
