import { fileProblem } from "../../config/read-file.js";
import { inputError, type InputError } from "../../core/failure.js";
import { shownPath } from "../shown-path.js";

/** Says that the user's Prettier settings cannot be used. */
export function unusablePrettierSettings(error: unknown, path: string): InputError {
  return inputError([
    {
      code: "invalid-prettier-config",
      message: `the Prettier settings for ${shownPath(path)} cannot be used: ${reasonOf(error)}`,
      help: "correct the Prettier or EditorConfig settings that hold for the output folder",
    },
  ]);
}

/** Says that something which is no file to read stands where Prettier looks for settings. */
export function unfitPrettierSettings(error: unknown, path: string): InputError {
  const { message } = fileProblem(shownPath(path), error);
  const help = "remove it: Prettier reads it as settings for the output folder";
  return inputError([{ code: "invalid-prettier-config", message, help }]);
}

/** Says that the user's settings of oxfmt cannot be used. */
export function unusableOxfmtSettings(error: unknown, path: string): InputError {
  return inputError([
    {
      code: "invalid-oxfmt-config",
      message: `${shownPath(path)} cannot be used: ${reasonOf(error)}`,
      help: "correct the settings of oxfmt that hold for the output folder",
    },
  ]);
}

/** Says that there are Prettier settings, but no Prettier to read them. */
export function missingPrettier(path: string): InputError {
  return inputError([
    {
      code: "missing-prettier",
      message: `${shownPath(path)} holds Prettier settings for the output folder, but Prettier is not installed`,
      help: "run `npm install --save-dev prettier`, or set `format: none` to have files written without a formatter",
    },
  ]);
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.split("\n")[0] ?? "";
}
