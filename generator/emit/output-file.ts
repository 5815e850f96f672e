/** A file of the generated package. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What is known of a file of the output folder. */
export interface FileState {
  /** The hash of its text. */
  readonly hash: string;
  /** Changes whenever somebody writes to the file; undefined, where that is not known for sure. */
  readonly version?: string | undefined;
}

/** A file of the output folder that stays as it is. */
export interface KeptFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly kept: FileState;
}

/** A file that the output folder is to hold. */
export type WantedFile = OutputFile | KeptFile;
