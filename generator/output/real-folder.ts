import { inputError, type Problem } from "../core/failure.js";
import { kindAt, realpath } from "./disk.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";

/** Resolves the symbolic links of a folder; the path itself when there is nothing there yet. */
export async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if (kindAt(real) === "folder") return real;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return folder;
    throw error;
  }
  throw inputError([foreign(folder, "is a file, where the output folder should be")]);
}

/** Says that something is where Guardsmith has to write. */
export function foreign(path: string, reason: string): Problem {
  return {
    code: "foreign-file",
    message: `${shownPath(path)} ${reason}`,
    help: "move it or delete it, or choose another output folder",
  };
}
