import { inputError, type Problem } from "../core/failure.js";
import { basename, dirname, join, kindAt, realpath } from "./disk.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";

/** Resolves the symbolic links of a folder, as far as the folder exists. */
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
  throw inputError([obstacle(folder, "is a file, so it cannot be the output folder")]);
}

/** Returns the problem for something that Guardsmith does not replace, even with `--force`. */
export function obstacle(path: string, reason: string): Problem {
  return {
    code: "foreign-file",
    message: `${shownPath(path)} ${reason}`,
    help: "move or delete it, or choose another output folder",
  };
}

/** Returns the problem for a file that would be overwritten. */
export function foreignFile(path: string): Problem {
  return {
    code: "foreign-file",
    message: `${shownPath(path)} would be overwritten, but Guardsmith did not write its content`,
    help: "move or delete it, choose another output folder, or run with --force to overwrite it",
  };
}
