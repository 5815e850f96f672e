import type { OutputFile } from "./output-file.js";

/** A file that is still to be formatted. */
export interface Draft extends OutputFile {
  /** The hash of all that the file is made from, where that is known. */
  readonly source?: string | undefined;
}
