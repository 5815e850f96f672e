import { InputError } from "../core/failure.js";
import { maxLineBytes } from "../text/limits.js";
import { checkDocument, checkLine, textIssue } from "./check-text.js";
import type { Data } from "./detect-data.js";
import type { Counts, DataFile, FileIssue, ReadProblem, Report, Summary } from "./report.js";
import type { Guard } from "./guard.js";
import { isBlank, splitLines } from "./split-lines.js";

/** What checking depends on besides the files. */
export interface ValidateFilesOptions {
  readonly guard: Guard;
  /** Opens a file. Throws an InputError if it cannot be read. */
  readonly open: (file: DataFile) => Promise<Data>;
  readonly report: Report;
  /** Is called with the number of each line of JSON Lines before it is checked. */
  readonly onLine: (file: DataFile, line: number) => void;
}

/**
 * Checks data files, one after the other. If a file cannot be read, that is reported, and the next file is
 * checked.
 *
 * @param files The files.
 * @param options How to check them, and who receives the result.
 * @returns The counts of all files together.
 */
export async function validateFiles(
  files: readonly DataFile[],
  options: ValidateFilesOptions,
): Promise<Summary> {
  const { report } = options;
  let total: Summary = { ...nothing, files: files.length, unreadable: 0 };
  for (const file of files) {
    report.begin(file);
    const { counts, problem } = await validateFile(file, options);
    report.end(file, counts, problem);
    const unreadable = total.unreadable + (problem === undefined ? 0 : 1);
    total = { ...total, ...sum(total, counts), unreadable };
  }
  report.done(total);
  return total;
}

const nothing: Counts = { values: 0, invalid: 0, issues: 0 };

function sum(left: Counts, right: Counts): Counts {
  return {
    values: left.values + right.values,
    invalid: left.invalid + right.invalid,
    issues: left.issues + right.issues,
  };
}

interface Result {
  readonly counts: Counts;
  readonly problem?: ReadProblem;
}

async function validateFile(file: DataFile, options: ValidateFilesOptions): Promise<Result> {
  const { guard, report, onLine, open } = options;
  let counts = nothing;
  const add = (issues: readonly FileIssue[]): void => {
    const isInvalid = issues.length > 0;
    counts = sum(counts, { values: 1, invalid: isInvalid ? 1 : 0, issues: issues.length });
    if (isInvalid) report.found(file, issues);
  };
  try {
    for await (const { bytes, line, problem } of valuesOf(await open(file))) {
      if (line !== undefined) onLine(file, line);
      if (problem !== undefined) add([textIssue(problem)]);
      else if (bytes === undefined) add([textIssue(lineTooLong, line)]);
      else if (line === undefined) add(checkDocument(bytes, file, guard));
      else add(checkLine(bytes, line, file, guard));
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem] = error.diagnostics;
    return { counts, ...(problem !== undefined && { problem }) };
  }
  // An empty file is more likely a mistake than intended.
  if (counts.values === 0) add([textIssue(emptyFile)]);
  return { counts };
}

const lineTooLong: ReadProblem = {
  code: "line-too-long",
  message: `the line is longer than ${maxLineBytes / 1024 / 1024} MiB`,
};

const emptyFile: ReadProblem = { code: "empty-file", message: "the file has no JSON value" };

/** @param lines How many lines the value has. */
export function misnamed(lines: number): ReadProblem {
  return {
    code: "json-syntax",
    message: `one JSON value on ${lines} lines, but each line has to be a value: rename the file to .json`,
  };
}

/** A value before it is parsed. A line that is too long has no bytes. */
interface RawValue {
  readonly bytes: Uint8Array | undefined;
  /** Its line, if each line is a value. */
  readonly line?: number;
  /** A problem of the whole file. */
  readonly problem?: ReadProblem;
}

async function* valuesOf(data: Data): AsyncGenerator<RawValue, void> {
  switch (data.kind) {
    case "document":
      yield { bytes: data.bytes };
      return;
    case "misnamed":
      yield { bytes: undefined, problem: misnamed(data.lines) };
      return;
    case "lines":
      for await (const { number, bytes } of splitLines(data.chunks, maxLineBytes)) {
        if (bytes === undefined || !isBlank(bytes)) yield { bytes, line: number };
      }
  }
}
