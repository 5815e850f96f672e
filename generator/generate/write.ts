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
  /** The output folder. It is made where there is none. */
  readonly out: string;
  /** Whether files may be replaced and removed that Guardsmith did not write, or that were edited. */
  readonly force?: boolean | undefined;
  /** What `out` is relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}

/** The result of {@link write}. */
export interface WriteResult {
  /** How many files were added, changed, removed and left as they were; undefined, after an error. */
  readonly summary?: WriteSummary | undefined;
  /** What was in the way: nothing is written then. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** The result of {@link check}. */
export interface CheckResult {
  /** What {@link write} would do, sorted by path: nothing, where the folder is up to date. */
  readonly changes: readonly FileChange[];
  /** Files that are not needed any more, and were edited: {@link write} leaves them. */
  readonly kept: readonly string[];
  /** What would be in the way. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Brings an output folder to exactly some files: all of it or nothing. Files of earlier runs that are not
 * among them are removed; what a person wrote is never touched.
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
