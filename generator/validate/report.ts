import type { Position } from "../core/diagnostic.js";
import type { Finding as Problem } from "../text/findings.js";
import type { Issue } from "../runtime/issue.js";

/** A file with data. */
export interface DataFile {
  /** The file as the user knows it: a path relative to the working directory, or `<stdin>`. */
  readonly name: string;
  /** Its absolute path; undefined for standard input. */
  readonly path?: string;
}

/**
 * An issue, and where it is in the file. Of a text that is no JSON, `keyword` is the code of the
 * diagnostic, such as `json-syntax`; no keyword is written like one.
 */
export interface Finding extends Omit<Issue, "line" | "column">, Position {}

/** Why a file could not be read. */
export type ReadProblem = Pick<Problem, "code" | "message" | "help">;

/** How many values were checked, and with what result. */
export interface Counts {
  readonly values: number;
  /** The values that are not valid, or that could not be parsed; an empty file is one of these. */
  readonly invalid: number;
  readonly issues: number;
}

/** The counts of all files together. */
export interface Summary extends Counts {
  readonly files: number;
  /** The files that could not be read. */
  readonly unreadable: number;
}

/** Receives what is found, as soon as it is. */
export interface Report {
  /** A file is turned to. */
  readonly begin: (file: DataFile) => void;
  /** One value of the file has these issues. */
  readonly found: (file: DataFile, findings: readonly Finding[]) => void;
  /** There is no more in the file; with the reason, if it could not be read to its end. */
  readonly end: (file: DataFile, counts: Counts, problem?: ReadProblem) => void;
  /** There are no more files. */
  readonly done: (summary: Summary) => void;
}
