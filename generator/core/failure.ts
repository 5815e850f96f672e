import type { SourceText } from "./source-text.js";
import type { Diagnostic } from "./diagnostic.js";

/** A diagnostic whose severity is decided later. */
export type Problem = Omit<Diagnostic, "severity">;

/**
 * Thrown if a run cannot continue because of its input. Its diagnostics are for the user; it is never a fault
 * of Guardsmith.
 */
export class InputError extends Error {
  override readonly name: string = "InputError";
  /** The diagnostics, in the order of the input; at least one is an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that the diagnostics point into, by URI, so that lines can be shown. */
  readonly sources: ReadonlyMap<string, SourceText>;

  /**
   * @param diagnostics The diagnostics.
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
 * Returns the InputError for problems, each of which becomes an error.
 *
 * @param problems The problems.
 * @param source The file that they point into, if any.
 */
export function inputError(problems: readonly Problem[], source?: SourceText): InputError {
  return new InputError(
    problems.map((problem) => ({ ...problem, severity: "error" })),
    source === undefined ? new Map() : new Map([[source.uri, source]]),
  );
}
