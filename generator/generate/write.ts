import { checkOptions } from "../config/check-options.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import type { OutputFile } from "../emit/output-file.js";
import { diagnose } from "../load/diagnose.js";
import { compareFiles, type Change as FileChange } from "../output/compare.js";
import { resolve } from "../output/disk.js";
import { writeFiles, type WriteSummary } from "../output/write.js";

/** Which files to write, or to compare, and where. */
export interface WriteOptions {
  /** The files of a {@link GenerateResult}. */
  readonly files: readonly OutputFile[];
  /** The output folder. It is created if it does not exist. */
  readonly out: string;
  /** Whether to also replace and remove files that Guardsmith did not write, or that were edited. */
  readonly force?: boolean | undefined;
  /** The folder that `out` is relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}

/** The result of {@link write}. */
export interface WriteResult {
  /** How many files were added, changed, removed and unchanged; undefined after an error. */
  readonly summary?: WriteSummary | undefined;
  /** The errors. If there are any, nothing was written. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** The result of {@link check}. */
export interface CheckResult {
  /** What {@link write} would do, sorted by path; empty if the folder is up to date. */
  readonly changes: readonly FileChange[];
  /** Files that are no longer needed, but were edited: {@link write} keeps them. */
  readonly kept: readonly string[];
  /** The errors that {@link write} would return. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Makes an output folder hold exactly some files: all of them, or nothing changes. Files of earlier runs
 * that are not among them are removed. Files that people wrote are only touched with `force`.
 *
 * @param options The files and the folder.
 */
export async function write(options: WriteOptions): Promise<WriteResult> {
  const { result, diagnostics } = await diagnose(() => {
    checkOptions(options, writeOptions, ["files", "out"]);
    const { files, force } = options;
    return writeFiles(files, folderOf(options), { force });
  });
  return { ...(result !== undefined && { summary: result }), diagnostics };
}

/**
 * Compares an output folder with the files that it should hold, as `guardsmith generate --check` does.
 * Nothing is written.
 *
 * @param options The files and the folder.
 */
export async function check(options: WriteOptions): Promise<CheckResult> {
  const { result, diagnostics } = await diagnose(() => {
    checkOptions(options, writeOptions, ["files", "out"]);
    const { files, force } = options;
    return compareFiles(files, folderOf(options), { force });
  });
  return { ...(result ?? { changes: [], kept: [] }), diagnostics };
}

const writeOptions = { files: "list", out: "text", force: "flag", cwd: "text" } as const;

function folderOf({ out, cwd = "" }: WriteOptions): string {
  return resolve(cwd, out);
}
