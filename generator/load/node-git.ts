// The only module that starts `git`.
import { execFile } from "node:child_process";
import { sep } from "node:path";

export { isAbsolute } from "node:path";

/** Thrown if `git` cannot be started, or fails. */
export class GitError extends Error {
  override readonly name: string = "GitError";
  readonly reason: "no-git" | "failed" | "too-large";

  /**
   * @param reason Why there is no result.
   * @param message What `git` says, on one line.
   */
  constructor(reason: GitError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What a call of `git` gets besides its arguments. */
interface GitInput {
  /** The text for its standard input. Default: none. */
  readonly input?: string;
  /** The most bytes of its output. Default: 64 MiB. */
  readonly bytes?: number;
}

/**
 * Runs `git`, without a shell.
 *
 * @param folder The folder that it works in, absolute.
 * @param args The arguments. No text of a user may be one of them that could begin with `-`.
 * @returns What it prints.
 * @throws {GitError}
 */
export function runGit(
  folder: string,
  args: readonly string[],
  { input = "", bytes = 64 * 1024 * 1024 }: GitInput = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      // With `-C`, it is git that reports a missing folder.
      ["-C", folder, "--no-pager", ...args],
      {
        encoding: "buffer",
        maxBuffer: bytes,
        windowsHide: true,
        env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(gitError(error, new TextDecoder().decode(stderr)));
      },
    );
    // If git ends before it has read everything, its exit code says why.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

function gitError(error: Error & { readonly code?: unknown }, stderr: string): GitError {
  if (error.code === "ENOENT") return new GitError("no-git", "there is no `git`");
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
    return new GitError("too-large", "its output is too large");
  }
  const [first = ""] = stderr.trim().split(/\r?\n/);
  const said = first.replace(/^(?:fatal|error): /, "");
  return new GitError("failed", said === "" ? error.message : said);
}

/** Returns a path of this system with `/`, as `git` writes it. */
export function withSlashes(path: string): string {
  return path.split(sep).join("/");
}
