import { loadJobs } from "../config/load-config.js";
import { count } from "../core/count.js";
import { shownPath } from "../output/shown-path.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { reportKept, reportLost } from "./edits.js";
import { absolutePath } from "./files.js";
import { locatedErrors } from "./located-errors.js";
import { reportDiagnostics } from "./report.js";

/** The arguments of `guardsmith clean`; paths are relative to the working directory. */
export interface CleanCommandOptions {
  /** The output folder. Default: those of the config. */
  readonly out?: string | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The jobs of the config whose folders to clean. Default: all. */
  readonly jobs?: readonly string[] | undefined;
  /** Whether to also remove generated files that were edited. */
  readonly force?: boolean | undefined;
  /** Whether to list what would be removed, and remove nothing. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Removes the files of the output folder that are as Guardsmith wrote them, and the folders that
 * become empty. It reads no document, and no config if the folder is named.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @returns The exit code of the process: 1 if a file is kept because it was edited.
 */
export async function runClean(
  { dryRun = false, force = false, ...where }: CleanCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  try {
    let exitCode: ExitCode = 0;
    for (const out of await foldersOf(where, io)) {
      const kept = await (dryRun ? showCleaning : clean)(out, force, io);
      if (kept > 0) exitCode = 1;
    }
    return exitCode;
  } catch (error) {
    reportDiagnostics(await locatedErrors(error), io);
    return 2;
  }
}

/** Removes the files of Guardsmith from a folder. Returns how many files are kept. */
async function clean(out: string, force: boolean, io: CommandIo): Promise<number> {
  const { cleanFolder } = await import("../output/clean.js");
  const { removed, edits } = await cleanFolder(out, { force });
  reportLost(edits.lost, out, io);
  io.stdout(`removed ${count(removed, "file")} from ${shownPath(out, io.cwd)}\n`);
  reportKept(edits.kept, out, io);
  return edits.kept.length;
}

/** Lists what would be removed from a folder. Returns how many files would be kept. */
async function showCleaning(out: string, force: boolean, io: CommandIo): Promise<number> {
  const { planCleaning } = await import("../output/clean.js");
  const { removed, edits } = await planCleaning(out, { force });
  for (const path of removed) io.stdout(`${shownPath(absolutePath(path, out), io.cwd)}\n`);
  io.stdout(`would remove ${count(removed.length, "file")} from ${shownPath(out, io.cwd)}\n`);
  reportKept(edits.kept, out, io);
  return edits.kept.length;
}

/** Returns the output folders. If one is named, no config is read. */
async function foldersOf(
  { out, config: file, jobs }: Pick<CleanCommandOptions, "out" | "config" | "jobs">,
  { cwd }: CommandIo,
): Promise<readonly string[]> {
  if (out !== undefined) return [absolutePath(out, cwd)];
  const found = await loadJobs({ cwd, file, jobs, command: "clean" });
  return found.map(({ config }) => config.out);
}
