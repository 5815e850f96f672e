/** The entry of a folder in a commit. */
export interface GitEntry {
  /** The mode as `git` writes it: `100644` is a file, `040000` a folder, `120000` a symbolic link. */
  readonly mode: string;
  /** The name of its object. */
  readonly hash: string;
}

/** Reads objects of a repository. */
export interface GitObjects {
  /** Lists a folder by the hash of its tree: its entries, by their names. */
  readonly list: (hash: string) => Promise<ReadonlyMap<string, GitEntry>>;
  /** Returns the content of a file, or the target of a link. */
  readonly read: (hash: string, bytes?: number) => Promise<Uint8Array>;
}

/** A file or a folder of a commit. */
export interface GitFile extends GitEntry {
  /** Its path from the root of the repository, without symbolic links; the root is the empty text. */
  readonly path: string;
}

/** An error with the code that the file system would give it. */
export class GitPathError extends Error {
  override readonly name: string = "GitPathError";
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const folderMode = "040000";
const linkMode = "120000";

/** The most symbolic links on the way to a file, as on Linux. */
const maxLinks = 40;

/**
 * Finds a file or a folder in a commit. Symbolic links lead to what the commit has at their target, never to
 * the working tree.
 *
 * @param path The path from the root of the repository, with `/`.
 * @param root The hash of the tree of the commit.
 * @throws {GitPathError} If the commit has nothing there, or a link leads out of the repository.
 */
export async function findInTree(
  path: string,
  root: string,
  { list, read }: GitObjects,
): Promise<GitFile> {
  const way: (GitEntry & { readonly name: string })[] = [];
  const rest = path.split("/");
  let links = 0;
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === "" || name === ".") continue;
    if (name === "..") {
      if (way.pop() === undefined) throw new GitPathError("it is outside of the repository");
      continue;
    }
    const { mode, hash } = way.at(-1) ?? { mode: folderMode, hash: root };
    if (mode !== folderMode) throw new GitPathError("ENOTDIR");
    const entry = (await list(hash)).get(name);
    if (entry === undefined) throw new GitPathError("ENOENT");
    if (entry.mode !== linkMode) {
      way.push({ name, ...entry });
      continue;
    }
    links += 1;
    if (links > maxLinks) throw new GitPathError("ELOOP");
    const target = new TextDecoder().decode(await read(entry.hash));
    if (/^(?:\/|[a-z]:)/i.test(target)) {
      throw new GitPathError("it is a link to an absolute path");
    }
    rest.unshift(...target.split("/"));
  }
  const { mode, hash } = way.at(-1) ?? { mode: folderMode, hash: root };
  return { path: way.map(({ name }) => name).join("/"), mode, hash };
}

/** Returns whether a file of a commit is a folder. */
export function isFolderMode({ mode }: GitEntry): boolean {
  return mode === folderMode;
}

/** Returns whether it is a file with a content: not a folder, and not the commit of a submodule. */
export function isFileMode({ mode }: GitEntry): boolean {
  return mode.startsWith("100");
}
