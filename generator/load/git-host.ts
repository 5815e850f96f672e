import { inputError, type Problem } from "../core/failure.js";
import { UnfitFileError, type ReadLimits } from "../config/read-file.js";
import { maxFileBytes } from "../text/limits.js";
import type { GitSpec } from "./git-spec.js";
import {
  findInTree,
  GitPathError,
  isFileMode,
  isFolderMode,
  type GitEntry,
  type GitFile,
  type GitObjects,
} from "./git-tree.js";
import type { Host, LocalFiles } from "./host.js";
import { GitError, isAbsolute, runGit, withSlashes } from "./node-git.js";
import { once } from "./once.js";

/** What the files of a commit are read with. */
export interface GitHostOptions {
  /** The folder that relative paths are relative to, absolute. */
  readonly folder: string;
  /** The host of everything else. */
  readonly host: Host & { readonly files: LocalFiles };
  /** Files that are read from the working tree: those that are named by the settings, such as overlays. */
  readonly workingFiles: readonly string[];
}

/** A document of a commit, ready to be read. */
export interface GitDocument {
  /** The absolute path that the file has, or would have, in the working tree. */
  readonly spec: string;
  /** A host whose files are those of the commit. */
  readonly host: Host;
}

/**
 * Opens a document of a commit. It and the files that it refers to have the URIs of the working tree, so that
 * settings which name them apply, but are read from the commit.
 *
 * @param spec The commit and the path.
 * @param options The working directory, and what is read elsewhere.
 * @throws {InputError} `git-failed`, `unknown-commit`, or `file-not-found`.
 */
export async function openGitDocument(
  { ref, path }: GitSpec,
  options: GitHostOptions,
): Promise<GitDocument> {
  const { files } = options.host;
  const folder = isAbsolute(path) ? files.folderOf(path) : options.folder;
  const [top, prefix] = await repositoryOf(folder);
  const written = isAbsolute(path) ? `./${files.pathIn(folder, path) ?? ""}` : path;
  const inRepository = normalized(/^\.\.?\//.test(written) ? prefix + written : written);
  if (inRepository === undefined) throw outside(`git:${ref}:${path}`);
  const root = await commitOf(ref, folder);
  const objects = objectsOf(folder);
  const find = once((at: string) => findInTree(at, root, objects));
  try {
    await find(inRepository);
  } catch (error) {
    if (!(error instanceof GitPathError)) throw error;
    const isBelow = prefix !== "" && (await exists(find, prefix + inRepository));
    throw notInCommit(error, `git:${ref}:${inRepository}`, isBelow && `git:${ref}:./${path}`);
  }
  const git = gitFiles({ ref, top: files.absolute(top), find, objects }, options);
  const spec = files.join(files.absolute(top), inRepository);
  return { spec, host: { ...options.host, files: git } };
}

/** Returns the root of the repository around a folder, and the path of the folder in it: `packages/api/`. */
async function repositoryOf(folder: string): Promise<readonly [top: string, prefix: string]> {
  const printed = await gitText(folder, ["rev-parse", "--show-toplevel", "--show-prefix"]);
  const [top = "", prefix = ""] = printed.split(/\r?\n/);
  return [top, prefix];
}

/** Returns the hash of a commit. It is asked for by standard input, so that it cannot be an option. */
async function commitOf(ref: string, folder: string): Promise<string> {
  const printed = await gitText(folder, ["cat-file", "--batch-check"], `${ref}^{commit}\n`);
  const [, hash] = /^([\da-f]{40,64}) commit \d+\s*$/.exec(printed) ?? [];
  if (hash !== undefined) return hash;
  throw inputError([
    {
      code: "unknown-commit",
      message: `the repository has no commit ${JSON.stringify(ref)}`,
      help: "correct the name, or fetch the commit: in CI, only the last commit may be there (for actions/checkout, set `fetch-depth: 0`)",
    },
  ]);
}

function objectsOf(folder: string): GitObjects {
  return {
    list: once(async (hash) => {
      const printed = await gitText(folder, ["ls-tree", "-z", "--full-tree", hash]);
      return new Map(printed.split("\0").flatMap(entryOf));
    }),
    read: (hash, bytes = maxFileBytes) => runGit(folder, ["cat-file", "blob", hash], { bytes }),
  };
}

function entryOf(line: string): readonly (readonly [name: string, entry: GitEntry])[] {
  const [, mode, hash, name] = /^(\d+) \w+ ([\da-f]+)\t(.+)$/s.exec(line) ?? [];
  return mode === undefined || hash === undefined || name === undefined
    ? []
    : [[name, { mode, hash }]];
}

/** The files of a commit. */
interface Commit {
  readonly ref: string;
  /** The root of the working tree, absolute. */
  readonly top: string;
  readonly find: (path: string) => Promise<GitFile>;
  readonly objects: GitObjects;
}

function gitFiles(
  { ref, top, find, objects }: Commit,
  { host: { files }, workingFiles }: GitHostOptions,
): LocalFiles {
  const working = new Set(workingFiles);
  const pathInTop = (path: string): string | undefined => {
    const inside = files.pathIn(top, path);
    return inside === undefined ? undefined : withSlashes(inside);
  };
  const findFile = (path: string): Promise<GitFile> => {
    const inside = pathInTop(path);
    // Nothing but the commit is read, whatever a reference leads to.
    return inside === undefined ? Promise.reject(new GitPathError("ENOENT")) : find(inside);
  };
  /** Whether a path is a folder around the repository, which `references.root` may name. */
  const isAround = (path: string): boolean => path !== top && files.pathIn(path, top) !== undefined;
  return {
    ...files,
    nameOf: (path) => {
      const inside = working.has(path) ? undefined : pathInTop(path);
      return inside === undefined ? files.nameOf(path) : `git:${ref}:${inside}`;
    },
    realPath: async (path) => {
      if (isAround(path)) return path;
      return working.has(path)
        ? files.realPath(path)
        : files.join(top, (await findFile(path)).path);
    },
    isFolder: async (path) => isAround(path) || isFolderMode(await findFile(path)),
    read: async (path, limits) =>
      working.has(path)
        ? files.read(path, limits)
        : readFile(await findFile(path), objects, limits),
  };
}

async function readFile(
  file: GitFile,
  { read }: GitObjects,
  { bytes = maxFileBytes }: ReadLimits = {},
): Promise<Uint8Array> {
  if (!isFileMode(file)) throw new GitPathError("EISDIR");
  try {
    return await read(file.hash, bytes);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.reason === "too-large") throw new UnfitFileError("too-large", bytes);
    throw inputError([gitProblem(error)]);
  }
}

async function exists(find: Commit["find"], path: string): Promise<boolean> {
  return find(path).then(
    () => true,
    () => false,
  );
}

/** Returns a path without `.` and `..`, or undefined if it leaves the root. */
function normalized(path: string): string | undefined {
  const way: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") way.push(name);
    else if (way.pop() === undefined) return undefined;
  }
  return way.join("/");
}

async function gitText(folder: string, args: readonly string[], input?: string): Promise<string> {
  try {
    const printed = await runGit(folder, args, { ...(input !== undefined && { input }) });
    return new TextDecoder().decode(printed);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw inputError([gitProblem(error)]);
  }
}

function gitProblem({ reason, message }: GitError): Problem {
  if (reason === "no-git") {
    return {
      code: "git-failed",
      message: "`git` cannot be started",
      help: "install it, or name a file instead of a commit",
    };
  }
  const help = message.startsWith("not a git repository")
    ? "run the command in the repository that has the commit"
    : "correct what `git` reports, and run again";
  return { code: "git-failed", message: `\`git\` reports: ${message}`, help };
}

function outside(shown: string): Error {
  const message = `${shown} is outside of the repository`;
  const help =
    "name a file of the repository; with `./`, a path is relative to the working directory";
  return inputError([{ code: "file-not-found", message, help }]);
}

/** Returns the error for a document that is not in the commit. */
function notInCommit({ code }: GitPathError, shown: string, other: string | false): Error {
  if (code !== "ENOENT" && code !== "ENOTDIR") {
    const message = `${shown} cannot be read: ${code}`;
    const help = "name a file of the commit";
    return inputError([{ code: "file-unreadable", message, help }]);
  }
  const help =
    other === false
      ? "a path is relative to the root of the repository, or with `./` to the working directory"
      : `to name it from the working directory, write \`${other}\``;
  return inputError([{ code: "file-not-found", message: `there is no file ${shown}`, help }]);
}
