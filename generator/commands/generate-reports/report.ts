import type { LocatedDiagnostic } from "../../core/diagnostic.js";
import type { Change } from "../../output/compare.js";
import type { WriteSummary } from "../../output/write.js";

/** The result of a run. */
export type RunResult = Written | UpToDate | Outdated | Interrupted | Failed;

/** The output folder was brought up to date. */
export interface Written {
  readonly kind: "written";
  /** The output folder as the user knows it. */
  readonly out: string;
  /** How many models there are. */
  readonly models: number;
  readonly files: WriteSummary;
  /** How many warnings there are of each kind. */
  readonly warnings: Readonly<Record<string, number>>;
  /** How long it took. */
  readonly seconds: number;
}

/** A check found no differences. */
export interface UpToDate {
  readonly kind: "up-to-date";
  readonly out: string;
}

/** A check found differences. */
export interface Outdated {
  readonly kind: "outdated";
  readonly out: string;
  readonly changes: readonly Change[];
  /** The models that the changes concern. */
  readonly models: readonly string[];
  /** The command line that makes the changes. */
  readonly rerun: string;
}

/** A check found that an earlier run was interrupted while it wrote. */
export interface Interrupted {
  readonly kind: "interrupted";
  readonly out: string;
  /** The command line that repairs it. */
  readonly rerun: string;
}

/** There are errors; nothing was written. */
export interface Failed {
  readonly kind: "failed";
}

/** Reports a run. */
export interface RunReport {
  /** Receives diagnostics as soon as they are found. */
  readonly diagnostics: (diagnostics: readonly LocatedDiagnostic[]) => void;
  /** Receives the result, at the end. */
  readonly result: (result: RunResult) => Promise<void>;
}
