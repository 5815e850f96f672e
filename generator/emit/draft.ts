import type { OutputFile } from "./output-file.js";
import type { RuntimeModule } from "./runtime.js";

/** A file that is still to be formatted. */
export interface Draft extends OutputFile {
  /** The hash of all that the file is made from, where that is known. */
  readonly source?: string | undefined;
  /** The modules of the runtime that the file imports. */
  readonly runtime?: readonly RuntimeModule[];
}
