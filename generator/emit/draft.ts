import type { KeptFile, OutputFile } from "./output-file.js";
import type { RuntimeModule } from "./runtime.js";

/** What is known of how a file was made. */
interface Making {
  /** The hash of all that the file is made from, where that is known. */
  readonly source?: string | undefined;
  /** The modules of the runtime that the file imports. */
  readonly runtime?: readonly RuntimeModule[];
}

/** A file that is still to be formatted. */
export interface MadeDraft extends OutputFile, Making {}

/** A file that need not be made, since the output folder holds it. */
export interface KeptDraft extends KeptFile, Making {}

export type Draft = MadeDraft | KeptDraft;
