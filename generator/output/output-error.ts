import { inputError } from "../core/failure.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";
import { RollbackError } from "./transaction/undo.js";

/**
 * Turns an error of the operating system about an output folder into an error for the user.
 *
 * @param error Anything thrown.
 * @param outDir The output folder.
 * @returns An `InputError` for an error of the operating system or a {@link RollbackError}; any other error
 *   unchanged.
 */
export function explainOutputError(error: unknown, outDir: string): unknown {
  if (error instanceof RollbackError) {
    return inputError([
      {
        code: "restore-failed",
        message: `${shownPath(outDir)} could not be written, and its earlier state could not be restored: ${reason(error.cause)}`,
        help: `remove the cause and run it again; the replaced files are kept in ${shownPath(error.kept)}`,
      },
    ]);
  }
  if (hasCode(error)) {
    return inputError([
      {
        code: "unusable-output-folder",
        message: `${shownPath(outDir)} cannot be used as the output folder: ${reason(error)}`,
        help: hasCode(error, "ENOSPC", "EDQUOT")
          ? "nothing was changed; free disk space, or choose a folder on another disk"
          : "nothing was changed; make the folder readable and writable, or choose another one",
      },
    ]);
  }
  return error;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
