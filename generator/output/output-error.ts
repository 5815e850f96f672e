import { inputError } from "../core/failure.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";
import { RollbackError } from "./transaction/undo.js";

/**
 * Turns what the operating system says about an output folder into something to tell the user.
 *
 * @param error Anything thrown.
 * @param outDir The output folder.
 * @returns An `InputError` in place of an error of the operating system or a
 * {@link RollbackError}, anything else as it is.
 */
export function explainOutputError(error: unknown, outDir: string): unknown {
  if (error instanceof RollbackError) {
    return inputError([
      {
        code: "restore-failed",
        message: `${shownPath(outDir)} could not be written, nor brought back to what it was: ${reason(error.cause)}`,
        help: `run it again when the cause is gone; the files that were replaced are kept in ${shownPath(error.kept)}`,
      },
    ]);
  }
  if (hasCode(error)) {
    return inputError([
      {
        code: "unusable-output-folder",
        message: `${shownPath(outDir)} cannot be used as the output folder: ${reason(error)}`,
        help: hasCode(error, "ENOSPC", "EDQUOT")
          ? "nothing was changed; make room on the disk, or choose a folder on another one"
          : "nothing was changed; make the folder readable and writable, or choose another one",
      },
    ]);
  }
  return error;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
