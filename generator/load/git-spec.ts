import { inputError } from "../core/failure.js";

/** A file of a commit. */
export interface GitSpec {
  /** The commit, as `git` names it: a branch, a tag, a hash, `HEAD~2`. */
  readonly ref: string;
  /**
   * The path in it: from the root of the repository, as for `git show`; with `./` or `../`, from the working
   * directory; or the absolute path of the file in the working tree.
   */
  readonly path: string;
}

/** Returns whether a document is named as a file of a commit: `git:REF:path`. */
export function isGitSpec(spec: unknown): spec is `git:${string}` {
  return typeof spec === "string" && spec.startsWith("git:");
}

/**
 * Parses the name of a file of a commit.
 *
 * @param spec `git:REF:path`.
 * @throws {InputError} `invalid-git-path`.
 */
export function parseGitSpec(spec: string): GitSpec {
  // As for git, a colon in braces belongs to the commit, as in `HEAD@{2026-01-01 12:00}`.
  const [, ref, path] = /^git:((?:[^:{]|\{[^}]*\})*):(.+)$/s.exec(spec) ?? [];
  if (ref === undefined || path === undefined) {
    throw invalid(`${JSON.stringify(spec)} is not \`git:\`, a commit, a colon and a path`);
  }
  checkRef(ref);
  return { ref, path };
}

/**
 * Checks the name of a commit.
 *
 * @throws {InputError} `invalid-git-path`, if it is empty, or could be an option or several lines.
 */
export function checkRef(ref: string): void {
  if (ref === "") throw invalid("no commit is named before the path");
  if (ref.startsWith("-")) {
    throw invalid(`${JSON.stringify(ref)} is not the name of a commit: it begins with a hyphen`);
  }
  if (!/^(?:[^:{]|\{[^}]*\})*$/.test(ref)) {
    throw invalid(`${JSON.stringify(ref)} is not the name of a commit`);
  }
  if (/\p{Cc}/u.test(ref)) {
    throw invalid(`${JSON.stringify(ref)} is not the name of a commit: it has control characters`);
  }
}

function invalid(message: string): Error {
  const help = "write it as in `git:main:openapi.yaml`";
  return inputError([{ code: "invalid-git-path", message, help }]);
}
