import type { KeptFile, OutputFile } from "./output-file.js";
import type { RuntimeModule } from "./runtime.js";

/** How a file was made. */
interface FileSource {
  /** The hash of all that the file is made from, if known. */
  readonly source?: string | undefined;
  /** The modules of the runtime that the file imports. */
  readonly runtime?: readonly RuntimeModule[];
}

/** A file that still has to be formatted. */
export interface MadeDraft extends OutputFile, FileSource {}

/** A file that need not be made, because the output folder already has it. */
export interface KeptDraft extends KeptFile, FileSource {}

export type Draft = MadeDraft | KeptDraft;
