import type { SourceText } from "./source-text.js";
import type { Diagnostic } from "./diagnostic.js";

/** A diagnostic whose severity follows from what is done with it. */
export type Problem = Omit<Diagnostic, "severity">;

/**
 * Thrown when a run cannot go on because of its input. Its diagnostics are for the user; it is
 * never a fault of Guardsmith itself.
 */
export class InputError extends Error {
  override readonly name: string = "InputError";
  /** What is wrong, in the order of the input; at least one is an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the diagnostics point into, by URI, so that lines can be shown. */
  readonly sources: ReadonlyMap<string, SourceText>;

  /**
   * @param diagnostics What is wrong.
   * @param sources The files that the diagnostics point into, by URI. Default: none.
   */
  constructor(
    diagnostics: readonly Diagnostic[],
    sources: ReadonlyMap<string, SourceText> = new Map(),
  ) {
    super(diagnostics.map(({ code, message }) => `${message} (${code})`).join("\n"));
    this.diagnostics = diagnostics;
    this.sources = sources;
  }
}

/**
 * The error for problems that stop the run.
 *
 * @param problems What is wrong, each of them an error.
 * @param source The file that they point into, where they point into one.
 * @returns The error to throw.
 */
export function inputError(problems: readonly Problem[], source?: SourceText): InputError {
  return new InputError(
    problems.map((problem) => ({ ...problem, severity: "error" })),
    source === undefined ? new Map() : new Map([[source.uri, source]]),
  );
}
