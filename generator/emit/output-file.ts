/** A file of the generated package. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The state of a file in the output folder. */
export interface FileState {
  /** The hash of its text. */
  readonly hash: string;
  /** Changes whenever the file is written; undefined if that is not certain. */
  readonly version?: string | undefined;
}

/** A file of the output folder that is kept as it is. */
export interface KeptFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly kept: FileState;
}

/** A file that the output folder should contain. */
export type WantedFile = OutputFile | KeptFile;
