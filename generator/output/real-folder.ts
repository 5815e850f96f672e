import { inputError, type Problem } from "../core/failure.js";
import { basename, dirname, join, kindAt, realpath } from "./disk.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";

/** Resolves the symbolic links of a folder, as far as it is there. */
export async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if (kindAt(real) === "folder") return real;
  } catch (error) {
    if (hasCode(error, "ENOENT") && dirname(folder) !== folder) {
      return join(await realFolder(dirname(folder)), basename(folder));
    }
    throw error;
  }
  throw inputError([obstacle(folder, "is a file, where the output folder should be")]);
}

/** Says that something is where Guardsmith has to write, which it would not replace for any word. */
export function obstacle(path: string, reason: string): Problem {
  return {
    code: "foreign-file",
    message: `${shownPath(path)} ${reason}`,
    help: "move it or delete it, or choose another output folder",
  };
}

/** Says that there is a file where Guardsmith has to write one. */
export function foreignFile(path: string): Problem {
  return {
    code: "foreign-file",
    message: `${shownPath(path)} would be overwritten, and Guardsmith did not write what it holds`,
    help: "move it or delete it, choose another output folder, or run with --force to overwrite it",
  };
}
