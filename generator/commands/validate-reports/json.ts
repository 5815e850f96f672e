import { visible } from "../../text/visible.js";
import type { Counts, FileIssue, ReadProblem, Report, Summary } from "../../validate/report.js";

/** The report, as one JSON document. Members may be added to any object of it. */
export interface JsonReport {
  /** The files in the order in which they were checked. */
  readonly files: readonly JsonFile[];
  readonly summary: Summary;
}

/** A file in the report. */
export interface JsonFile {
  readonly file: string;
  readonly issues: readonly FileIssue[];
  /** The counts of this file. */
  readonly summary: Counts;
  /** Why the file could not be read completely. */
  readonly error?: ReadProblem;
}

/**
 * Writes one {@link JsonReport} piece by piece, so that no issue is kept in memory. Control characters
 * are escaped.
 *
 * @param write Receives the text.
 */
export function jsonReport(write: (text: string) => void): Report {
  let isFirstFile = true;
  let isFirstIssue = true;
  write('{"files":[');
  return {
    begin: ({ name }) => {
      write(`${isFirstFile ? "" : ","}\n{"file":${json(name)},"issues":[`);
      isFirstFile = false;
      isFirstIssue = true;
    },
    found: (_file, issues) => {
      const separator = isFirstIssue ? "\n" : ",\n";
      write(separator + issues.map(json).join(",\n"));
      isFirstIssue = false;
    },
    end: (_file, counts, problem) => {
      const error = problem === undefined ? "" : `,"error":${json(reasonOf(problem))}`;
      write(`],"summary":${json(counts)}${error}}`);
    },
    done: (summary) => write(`\n],"summary":${json(summary)}}\n`),
  };
}

function reasonOf({ code, message, help }: ReadProblem): ReadProblem {
  return { code, message, ...(help !== undefined && { help }) };
}

/** Escapes control characters: in JSON, they are only in strings, where the escapes mean the same. */
function json(value: string | object): string {
  return visible(JSON.stringify(value));
}
