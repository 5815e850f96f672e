import type { Draft } from "./draft.js";

/** What an output folder holds of the last run. */
export interface PreviousOutput {
  /**
   * The text of a file that the last run made from the same as this one would.
   *
   * @param path The path of the file, relative to the output folder.
   * @param source The hash of all that the file is made from.
   * @returns The text, laid out; undefined, if it would be another one, or is not there as it was
   * written.
   */
  readonly textOf: (path: string, source: string) => string | undefined;
}

/** An output folder that is empty. */
export const nothingBefore: PreviousOutput = { textOf: () => undefined };

/** A file of the last run that stays as it is; undefined, if it has to be made. */
export function keptFile(
  path: string,
  source: string,
  previous: PreviousOutput,
): Draft | undefined {
  const text = previous.textOf(path, source);
  return text === undefined ? undefined : { path, text, form: "kept", source };
}
