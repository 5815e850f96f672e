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
  /** The argument for a function that it exports. */
  readonly environment: ConfigEnvironment;
  /** Is called with the bytes, or undefined if the file cannot be read. */
  readonly onFile?: FileHook | undefined;
}

/**
 * Reads a config that is a module in JavaScript or TypeScript.
 *
 * A module that has changed since it was last read is imported again. If it is TypeScript, so are the modules
 * that it imports; Node.js caches those of JavaScript.
 *
 * @returns The exported value, or the result of the exported function.
 * @throws {InputError} If the file does not exist, fails, or exports no config.
 */
export async function readModule(file: ModuleFile): Promise<unknown> {
  // Node.js would report a missing file as a missing dependency.
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
    // A copy, so that errors of getters are reported here.
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
    // Node.js does not report the position.
    if (error instanceof SyntaxError) await transpiled(file);
    throw error;
  }
}

/** Imports a module and its imports, translated to JavaScript if needed. */
async function transpiled({ path, onFile }: ModuleFile): Promise<unknown> {
  const { createJiti } = await import("jiti");
  // Not cached on the disk, where others could write, nor in the process, so that changes are noticed. The
  // config finds `defineConfig` even if Guardsmith is not installed in its project.
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

/** Returns the config that a module exports. */
function exported(module: unknown, { path, name }: ModuleFile): unknown {
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  // `module.exports = { … }`: for other extensions, Node.js makes this the default export.
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

/** Returns the source for diagnostics about the settings of a module, whose values have no positions. */
export function moduleSource(path: string, name: string, text: string): SourceText {
  return { uri: uriOfPath(path), name, text, format: "json" };
}

function neverDone(): Error {
  return new Error("it waits for a promise that is never settled");
}

/** Returns the error for a module that failed, with the position in it, if known. */
function failure(error: unknown, { path, name }: ModuleFile, bytes: Uint8Array): InputError {
  const source = moduleSource(path, name, new TextDecoder().decode(bytes));
  const { reason, line, column } = explain(error, [path, source.uri]);
  const offset = line === undefined ? undefined : offsetAt(source.text, line, column);
  const problem: Problem = {
    code: "config-failed",
    message: `the config could not be loaded: ${reason}`,
    help: /['"]guardsmith['"]/.test(reason)
      ? "install guardsmith in the project, or leave out `defineConfig`: `export default { … }` is enough"
      : "correct the module or its imports",
    place: { uri: source.uri, pointer: "" },
    ...(offset !== undefined && { offset: { uri: source.uri, offset } }),
  };
  return inputError([problem], offset === undefined ? { ...source, text: "" } : source);
}

/** Returns the message of an error, and its position in the file, if known. */
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
    // Translated code only keeps its lines.
    const isExact = column !== undefined && !isTypeScript.test(extname(file));
    return { reason, line: Number(line), ...(isExact && { column: Number(column) }) };
  }
  return { reason };
}

/** Returns the offset of a column, or of the first character of the line that is not white space. */
function offsetAt(text: string, line: number, column: number | undefined): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + (column === undefined ? (lines[line - 1] ?? "").search(/\S|$/) : column - 1);
}
