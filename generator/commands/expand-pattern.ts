import picomatch from "picomatch";
import { inputError } from "../core/failure.js";
import {
  absolutePath,
  entriesOf,
  entryPath,
  identityOf,
  statusOf,
  withSlashes,
  type Dirent,
  type FileStatus,
} from "./files.js";

/** The files that are checked in a folder. */
const dataFiles = "**/*.{json,jsonl,ndjson}";

/**
 * Returns the files that an argument names: a file, the JSON files in a folder, or the files that match
 * a pattern, such as `data/*.json`. Names that begin with a dot match only if the pattern has the dot,
 * and `node_modules` only if the pattern has that name. `**` follows no links to folders.
 *
 * @param argument A path or a pattern. If something exists at the path, it is not a pattern.
 * @param cwd The directory that it is relative to, absolute.
 * @returns Absolute paths, sorted, each file once. A path without wildcards is returned even if there is
 *   no file.
 * @throws {InputError} `no-matching-files`, if no file matches.
 */
export async function expandPattern(argument: string, cwd: string): Promise<readonly string[]> {
  const path = absolutePath(argument, cwd);
  const status = await statusOf(path);
  if (status?.isFolder === true) return matching(withSlashes(path), dataFiles, argument);
  const { base, glob, isGlob } = picomatch.scan(withSlashes(argument));
  if (status !== undefined || !isGlob) return [path];
  return matching(withSlashes(absolutePath(base, cwd)), glob, argument);
}

async function matching(
  folder: string,
  glob: string,
  argument: string,
): Promise<readonly string[]> {
  const found = await filesBelow(folder, {
    // Extensions may be written in capitals.
    matches: picomatch(glob, { nocase: glob === dataFiles }),
    depth: glob.includes("**") ? Infinity : glob.split("/").length,
    isNamed: (name) => glob.split("/").includes(name),
    hasHidden: /(?:^|[/{,(|])\./.test(glob),
  });
  const files = await distinctFiles(found.toSorted());
  if (files.length > 0) return files;
  throw inputError([
    {
      code: "no-matching-files",
      message: `no file matches ${argument}`,
      help:
        glob === dataFiles
          ? "data files end with .json, .jsonl or .ndjson; name other files one by one"
          : "check the pattern; it is relative to the working directory",
    },
  ]);
}

/** What to look for in folders. */
interface Search {
  /** @param path The path of a file, relative to the first folder. */
  readonly matches: (path: string) => boolean;
  /** How many folders deep a file may be. */
  readonly depth: number;
  /** Whether the pattern has exactly this name. */
  readonly isNamed: (name: string) => boolean;
  /** Whether the pattern has a name that begins with a dot. */
  readonly hasHidden: boolean;
}

async function filesBelow(
  folder: string,
  search: Search,
  path = "",
  level = 1,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const { name } = entry;
    const at = entryPath(folder, name);
    const isLink = entry.isSymbolicLink();
    const { isFolder, isFile } = isLink ? await targetOf(at) : kindOf(entry);
    if (!isFolder) {
      if (isFile && search.matches(path + name)) found.push(at);
    } else if (level < search.depth && isLookedInto(name, isLink, search)) {
      found.push(...(await filesBelow(at, search, `${path}${name}/`, level + 1)));
    }
  }
  return found;
}

function kindOf(entry: Dirent): FileStatus {
  return { isFolder: entry.isDirectory(), isFile: entry.isFile() };
}

/** Returns what a link leads to. A broken link counts as a file, so that reading it reports an error. */
async function targetOf(link: string): Promise<FileStatus> {
  return (await statusOf(link)) ?? { isFolder: false, isFile: true };
}

function isLookedInto(name: string, isLink: boolean, search: Search): boolean {
  if (name === "node_modules" && !search.isNamed(name)) return false;
  if (name.startsWith(".") && !search.hasHidden) return false;
  // Links could lead back to a folder around them.
  return !isLink || Number.isFinite(search.depth);
}

/** Drops further paths of the same file. */
async function distinctFiles(paths: readonly string[]): Promise<readonly string[]> {
  const names = new Map<string, string>();
  for (const path of paths) {
    const identity = await identityOf(path);
    if (!names.has(identity)) names.set(identity, path);
  }
  return [...names.values()];
}
