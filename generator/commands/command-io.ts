import type { WorkflowLog } from "./workflow-log.js";

/** The parts of a process that a command uses. */
export interface CommandIo {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Whether diagnostics may be coloured. */
  readonly color: boolean;
  /** Whether results may be coloured. */
  readonly colorOutput: boolean;
  /** Reads standard input. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Writes a text to standard output: results. */
  readonly stdout: (text: string) => void;
  /** Writes a text to standard error: diagnostics and hints. */
  readonly stderr: (text: string) => void;
  /** Shows what is being done, in place of the text before; an empty text clears it. */
  readonly progress: (text: string) => void;
  /** Returns the current time. */
  readonly now: () => Date;
  /** Shows annotations in GitHub Actions; undefined elsewhere, and with other formats. */
  readonly workflow?: WorkflowLog | undefined;
}

/**
 * `0`: success. `1`: a check failed: the output folder is not up to date, a value is invalid, samples contradict
 * the document, or a change breaks somebody. `2`: the input or the usage is wrong.
 */
export type ExitCode = 0 | 1 | 2;
