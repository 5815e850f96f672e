import { visible } from "../../text/visible.js";
import type { Counts, Finding, ReadProblem, Report, Summary } from "../../validate/finding.js";

/** The report, as one JSON document. Members may be added to any object of it. */
export interface JsonReport {
  /** The files in the order in which they were checked. */
  readonly files: readonly JsonFile[];
  readonly summary: Summary;
}

/** A file in the report. */
export interface JsonFile {
  readonly file: string;
  readonly issues: readonly Finding[];
  /** The counts of this file. */
  readonly summary: Counts;
  /** Why the file could not be read to its end. */
  readonly error?: ReadProblem;
}

/**
 * Reports as one {@link JsonReport}, which is written piece by piece: it is as long as there are
 * issues, and none is kept. Characters that a terminal would obey are escaped.
 *
 * @param write Takes the text.
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
    found: (_file, findings) => {
      const separator = isFirstIssue ? "\n" : ",\n";
      write(separator + findings.map(json).join(",\n"));
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

/** In JSON, the characters in question stand in strings only, where the escapes mean the same. */
function json(value: string | object): string {
  return visible(JSON.stringify(value));
}
