import type { Position } from "../core/diagnostic.js";
import type { ProblemText } from "../text/problems.js";
import type { Issue } from "../runtime/issue.js";

/** A file with data. */
export interface DataFile {
  /** The file as the user knows it: a path relative to the working directory, or `<stdin>`. */
  readonly name: string;
  /** Its absolute path; undefined for standard input. */
  readonly path?: string;
}

/**
 * An issue with its position in the file. If the text is not JSON, `keyword` is the code of the
 * diagnostic, such as `json-syntax`; keywords have no hyphens.
 */
export interface FileIssue extends Omit<Issue, "line" | "column">, Position {}

/** Why a file could not be read. */
export type ReadProblem = ProblemText;

/** How many values were checked, and with what result. */
export interface Counts {
  readonly values: number;
  /** The values that are invalid or cannot be parsed. An empty file counts as one. */
  readonly invalid: number;
  readonly issues: number;
}

/** The counts of all files together. */
export interface Summary extends Counts {
  readonly files: number;
  /** The files that could not be read. */
  readonly unreadable: number;
}

/** Receives results as soon as they are found. */
export interface Report {
  /** Is called before a file is checked. */
  readonly begin: (file: DataFile) => void;
  /** Is called with the issues of one value. */
  readonly found: (file: DataFile, issues: readonly FileIssue[]) => void;
  /** Is called after a file, with the problem if it could not be read completely. */
  readonly end: (file: DataFile, counts: Counts, problem?: ReadProblem) => void;
  /** Is called after the last file. */
  readonly done: (summary: Summary) => void;
}
