import type { Diagnostic } from "../../core/diagnostic.js";
import type { Problem } from "../../core/failure.js";
import type { SourceText } from "../../core/source-text.js";
import { uriOfPath } from "../disk.js";
import { shownPath } from "../shown-path.js";

/** A warning about a file of the user's project, with its text. */
export interface FileWarning {
  readonly warning: Diagnostic;
  readonly source: SourceText;
}

/** Where a warning is. */
interface FilePlace {
  /** The absolute path of the file. */
  readonly path: string;
  readonly text: string;
  /** In UTF-16 code units. */
  readonly offset: number;
  /** The working directory, absolute. */
  readonly cwd: string;
}

/**
 * Returns a warning about a file.
 *
 * @param describe Returns the warning for the file as the user knows it.
 */
export function fileWarning(
  { path, text, offset, cwd }: FilePlace,
  describe: (name: string) => Problem,
): FileWarning {
  const uri = uriOfPath(path);
  const name = shownPath(path, cwd);
  return {
    source: { uri, name, text, format: "json" },
    warning: { ...describe(name), severity: "warning", offset: { uri, offset } },
  };
}
