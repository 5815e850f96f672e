/** What a command sees of the process that runs it. */
export interface CommandIo {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Whether diagnostics may be coloured. */
  readonly color: boolean;
  /** Writes a text to standard output: results. */
  readonly stdout: (text: string) => void;
  /** Writes a text to standard error: diagnostics and hints. */
  readonly stderr: (text: string) => void;
  /** Shows what is being done, in place of what was shown before; the empty text clears that. */
  readonly progress: (text: string) => void;
}

/** `0`: all is well. `1`: the output folder is not up to date. `2`: the input or the usage is wrong. */
export type ExitCode = 0 | 1 | 2;
