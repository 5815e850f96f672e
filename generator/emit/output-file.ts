/** A file of the generated package. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether the output folder is known to hold just this. */
  readonly isKept?: boolean;
}
