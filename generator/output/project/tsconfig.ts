import { createFilesMatcher, parseTsconfig, type TsConfigJsonResolved } from "get-tsconfig";
import { findNodeAtLocation, parse, parseTree, type ParseError } from "jsonc-parser";
import type { ImportExtension } from "../../config/config.js";
import type { FileHook } from "../../config/file-hook.js";
import { fileProblem } from "../../config/read-file.js";
import { bytesAt, dirname, join, readTextSync, resolve } from "../disk.js";
import { shownPath } from "../shown-path.js";
import { fileWarning, type FileWarning } from "./file-warning.js";

/** A `tsconfig.json` with all that it extends. */
interface Project {
  readonly path: string;
  readonly config: TsConfigJsonResolved;
}

/** What to call with each file that is read, and with warnings. */
export interface ReadOptions {
  readonly cwd: string;
  readonly onFile?: FileHook | undefined;
  readonly onWarning: (found: FileWarning) => void;
}

/**
 * Reads the `tsconfig.json` that applies to a file: the given one, or the project among its references that
 * includes the file.
 *
 * @param path The absolute path of a `tsconfig.json`.
 * @param file The absolute path of a file, which need not exist.
 * @returns The settings, or undefined if they cannot be read.
 */
export function readTsconfig(
  path: string,
  file: string,
  options: ReadOptions,
): TsConfigJsonResolved | undefined {
  const first = readProject(path, options);
  if (first === undefined) return undefined;
  // With only references, it is a list of projects without files of its own.
  const isList = first.config.files?.length === 0 && first.config.include === undefined;
  if (!isList && includes(first, file)) return first.config;
  const referred = projectsReferredBy(first, options);
  const found = referred.find((project) => includes(project, file));
  // Files that no project includes are compiled with those that import them.
  return (found ?? (isList ? referred[0] : first))?.config;
}

/** Returns the file extension in import paths under a `tsconfig.json`. */
export function importExtensionFor(
  { compilerOptions = {} }: TsConfigJsonResolved,
  isModule: boolean,
): ImportExtension {
  if (compilerOptions.allowImportingTsExtensions === true) return "ts";
  // The library has filled in defaults that follow from other options.
  switch (compilerOptions.moduleResolution) {
    case "node16":
    case "nodenext":
      // CommonJS needs no extension, and Jest and ts-node find no `.ts` behind `.js`.
      return isModule ? "js" : "none";
    default:
      return "none";
  }
}

/** Returns the projects that a project refers to, directly or indirectly, each once. */
function projectsReferredBy(first: Project, options: ReadOptions): readonly Project[] {
  const found = new Map([[first.path, first]]);
  // The loop also visits projects that are added meanwhile.
  for (const { path, config } of found.values()) {
    for (const { path: reference } of config.references ?? []) {
      const target = resolve(dirname(path), reference);
      const file = target.endsWith(".json") ? target : join(target, "tsconfig.json");
      if (found.has(file)) continue;
      const project = readProject(file, options);
      if (project !== undefined) found.set(file, project);
    }
  }
  return [...found.values()].slice(1);
}

function includes({ path, config }: Project, file: string): boolean {
  // Without the second argument, it would check the file system of the working directory.
  return createFilesMatcher({ path, config }, true)(file) !== undefined;
}

/**
 * The cache of the library: the names of its calls with their arguments. Files are read by this class,
 * because a file that a project extends may be a pipe, or endless.
 */
class Calls extends Map<string, string> {
  readonly #options: ReadOptions;

  constructor(options: ReadOptions) {
    super();
    this.#options = options;
  }

  /** @throws {Error} With a message for the user, if a file should not be read. */
  override get(call: string): string | undefined {
    const known = super.get(call);
    const [, path] = /^readFileSync:(.*?)(?::utf8)?$/.exec(call) ?? [];
    if (known !== undefined || path === undefined) return known;
    const { cwd, onFile } = this.#options;
    try {
      const text = readTextSync(path);
      this.set(call, text);
      return text;
    } catch (error) {
      onFile?.(path, undefined);
      throw new Error(fileProblem(shownPath(path, cwd), error).message, { cause: error });
    }
  }
}

/** Reads a project with everything that it extends. */
function readProject(path: string, options: ReadOptions): Project | undefined {
  const calls = new Calls(options);
  try {
    const config = parseTsconfig(path, calls);
    reportFiles(calls, options);
    return { path, config };
  } catch (error) {
    reportFiles(calls, options);
    options.onWarning(unreadable(path, error, options.cwd));
    return undefined;
  }
}

/** Reports each file that was read or looked for, and its first syntax error. */
function reportFiles(calls: ReadonlyMap<string, unknown>, options: ReadOptions): void {
  for (const [call, result] of calls) {
    const [, name, path] = /^(readFileSync|existsSync):(.*?)(?::utf8)?$/.exec(call) ?? [];
    if (path === undefined) continue;
    if (name === "readFileSync") {
      options.onFile?.(path, bytesAt(path));
      if (typeof result === "string") reportSyntaxError(path, result, options);
    } else if (result === false) {
      options.onFile?.(path, undefined);
    }
  }
}

function reportSyntaxError(path: string, text: string, { cwd, onWarning }: ReadOptions): void {
  const errors: ParseError[] = [];
  parse(text.replace(/^\uFEFF/, " "), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (first === undefined) return;
  onWarning(unusable(path, text, "is not valid JSON", first.offset, cwd));
}

function unreadable(path: string, error: unknown, cwd: string): FileWarning {
  const text = bytesAt(path)?.toString();
  if (text === undefined) return unusable(path, "", "cannot be read", 0, cwd);
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const extended = tree && findNodeAtLocation(tree, ["extends"]);
  const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
  return unusable(path, text, `cannot be used: ${reason}`, extended?.offset ?? 0, cwd);
}

function unusable(
  path: string,
  text: string,
  what: string,
  offset: number,
  cwd: string,
): FileWarning {
  return fileWarning({ path, text, cwd, offset }, (name) => ({
    code: "unusable-tsconfig",
    message: `${name} ${what}, so the imports may not fit the project`,
    help: "correct it, or set `importExtension` in the config",
  }));
}
