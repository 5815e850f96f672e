import type { DiagnosticCode, WarningCode } from "./diagnostic-code.js";
import type { Place } from "./place.js";

/** How bad a {@link Diagnostic} is: an error stops the run, a warning does not. */
export type Severity = "error" | "warning";

/** Another place that a {@link Diagnostic} is about. */
export interface RelatedPlace {
  /** What is there: a clause, without a full stop. */
  readonly message: string;
  readonly place: Place;
}

/** An error or a warning about an input. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** What is wrong: one sentence, without a full stop. */
  readonly message: string;
  /** What to do about it: one sentence, without a full stop. */
  readonly help?: string;
  /** The place; undefined if it is not about a file. */
  readonly place?: Place;
  /** Other places that are needed to understand it, such as the other side of a contradiction. */
  readonly related?: readonly RelatedPlace[];
  /**
   * The offset in the text, in UTF-16 code units from 0, if it is known, as for syntax errors. It is more exact
   * than `place`, and takes precedence.
   */
  readonly offset?: { readonly uri: string; readonly offset: number };
}

/** A {@link Diagnostic} that does not stop the run. */
export interface Warning extends Omit<Diagnostic, "severity"> {
  readonly code: WarningCode;
}

/** A position in a text; both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A {@link RelatedPlace} with its position in the file. */
export interface LocatedPlace extends RelatedPlace {
  readonly file?: string;
  readonly position?: Position;
}

/** A {@link Diagnostic} with its position in the file, ready to be shown. */
export interface LocatedDiagnostic extends Diagnostic {
  readonly related?: readonly LocatedPlace[];
  /** The file as the user knows it: a path relative to the working directory, or a URL. */
  readonly file?: string;
  readonly position?: Position;
  /** How many characters of its line to mark. */
  readonly length?: number;
  /** The lines around the position with a marker under it. */
  readonly frame?: string;
}

/**
 * Collects the diagnostics of a run, in the order in which they are found. A repeated diagnostic is dropped,
 * because a schema may be read several times, such as once for each direction.
 */
export class DiagnosticLog {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #known = new Set<string>();

  /** Everything reported so far. */
  get all(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Whether an error is among what was reported. */
  hasErrors(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === "error");
  }

  add(diagnostic: Diagnostic): void {
    const { severity, code, message, place, offset } = diagnostic;
    const key = JSON.stringify([severity, code, message, place, offset]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#diagnostics.push(diagnostic);
  }

  error(diagnostic: Omit<Diagnostic, "severity">): void {
    this.add({ ...diagnostic, severity: "error" });
  }

  warning(diagnostic: Warning): void {
    this.add({ ...diagnostic, severity: "warning" });
  }
}
