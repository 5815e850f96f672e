import { fileProblem } from "../../config/read-file.js";
import { inputError, type InputError } from "../../core/failure.js";
import { shownPath } from "../shown-path.js";

/** Returns the error for Prettier settings that cannot be used. */
export function unusablePrettierSettings(error: unknown, path: string): InputError {
  return inputError([
    {
      code: "invalid-prettier-config",
      message: `the Prettier settings for ${shownPath(path)} cannot be used: ${reasonOf(error)}`,
      help: "correct the Prettier or EditorConfig settings that apply to the output folder",
    },
  ]);
}

/** Returns the error for a settings file of Prettier that is not a regular file. */
export function unfitPrettierSettings(error: unknown, path: string): InputError {
  const { message } = fileProblem(shownPath(path), error);
  const help = "remove it: Prettier reads it as settings for the output folder";
  return inputError([{ code: "invalid-prettier-config", message, help }]);
}

/** Returns the error for oxfmt settings that cannot be used. */
export function unusableOxfmtSettings(error: unknown, path: string): InputError {
  return inputError([
    {
      code: "invalid-oxfmt-config",
      message: `${shownPath(path)} cannot be used: ${reasonOf(error)}`,
      help: "correct the oxfmt settings that apply to the output folder",
    },
  ]);
}

/** Returns the error for Prettier settings without an installed Prettier. */
export function missingPrettier(path: string): InputError {
  return inputError([
    {
      code: "missing-prettier",
      message: `${shownPath(path)} has Prettier settings for the output folder, but Prettier is not installed`,
      help: "run `npm install --save-dev prettier`, or set `format: none` to write files without a formatter",
    },
  ]);
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.split("\n")[0] ?? "";
}
