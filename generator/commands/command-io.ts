import type { WorkflowLog } from "./workflow-log.js";

/** What a command sees of the process that runs it. */
export interface CommandIo {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Whether diagnostics may be coloured. */
  readonly color: boolean;
  /** Whether results may be coloured. */
  readonly colorOutput: boolean;
  /** Standard input, as it comes. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Writes a text to standard output: results. */
  readonly stdout: (text: string) => void;
  /** Writes a text to standard error: diagnostics and hints. */
  readonly stderr: (text: string) => void;
  /** Shows what is being done, in place of what was shown before; the empty text clears that. */
  readonly progress: (text: string) => void;
  /** Shows annotations in GitHub Actions; undefined, where there should be none. */
  readonly workflow?: WorkflowLog | undefined;
}

/**
 * `0`: all is well. `1`: what was checked is not right: the output folder is not up to date, or a
 * value is invalid. `2`: the input or the usage is wrong.
 */
export type ExitCode = 0 | 1 | 2;
