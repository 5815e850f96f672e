import type { Config } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import { count } from "../diagnostics/count.js";
import { InputError } from "../diagnostics/failure.js";
import { locate } from "../diagnostics/locate.js";
import type { GenerateResult } from "../index.js";
import type { FileHook } from "../load/file-hook.js";
import { compareFiles } from "../write/compare.js";
import { shownPath } from "../write/shown-path.js";
import { writeFiles } from "../write/write.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { reportDiagnostics, summarizeWarnings } from "./report.js";

/** The arguments of `guardsmith generate`; paths are relative to the working directory. */
export interface GenerateCommandOptions {
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The overlays to apply to the document. Default: those of the config. */
  readonly overlays?: readonly string[] | undefined;
  /** The output folder. Default: the one of the config. */
  readonly out?: string | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The component schemas to emit. Default: those of the config. */
  readonly roots?: readonly string[] | undefined;
  /** Whether every warning is an error. Default: as the config says. */
  readonly strict?: boolean | undefined;
  /** Whether to compare the output folder with what it should hold, and to write nothing. */
  readonly check?: boolean | undefined;
  /** The command line that brings the output folder up to date, for the hint after a comparison. */
  readonly rerun: string;
  /** What is told about the run while it goes on. Default: nothing. */
  readonly observer?: RunObserver | undefined;
}

/** Follows a run, and may end it. */
export interface RunObserver {
  /** Is told the settings before they are used; may throw an InputError. */
  readonly onConfig: (config: Config) => void;
  /** Is told of every local file that the run reads or looks for. */
  readonly onFile: FileHook;
  /** Ends the run before its next stage, with its reason as the error; never while it writes. */
  readonly signal: AbortSignal;
}

/**
 * Generates the package, or checks with `check` that it is up to date.
 *
 * Diagnostics go to standard error. Standard output gets one line that sums up the run; with `check`
 * and an output folder that is not up to date, a unified diff instead.
 *
 * @param options The arguments of the command.
 * @param io What the command sees of its process.
 * @returns The exit code of the process.
 * @throws The reason of the observer's signal, where that ends the run.
 */
export async function runGenerate(
  options: GenerateCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  try {
    const {
      spec,
      overlays,
      out,
      config: file,
      roots,
      strict,
      check = false,
      rerun,
      observer,
    } = options;
    const overrides = { spec, overlays, out, roots, strict };
    const config = await loadConfig({
      cwd: io.cwd,
      file,
      overrides,
      onFile: observer?.onFile,
    });
    observer?.onConfig(config);
    // The pipeline takes a while to import: a wrong setting is reported without it.
    const { generate } = await import("../index.js");
    const start = performance.now();
    const result = await generate({
      spec: config.spec,
      config,
      cwd: io.cwd,
      onFile: observer?.onFile,
      onStage: (stage) => {
        observer?.signal.throwIfAborted();
        const seconds = (performance.now() - start) / 1000;
        if (seconds > 1) io.progress(`${stage} … ${seconds.toFixed(0)} s`);
      },
    });
    io.progress("");
    observer?.signal.throwIfAborted();
    reportDiagnostics(result.diagnostics, io);
    if (result.diagnostics.some(({ severity }) => severity === "error")) return 2;
    return check
      ? await checkOutput(result, config.out, rerun, io)
      : await writeOutput(result, config.out, start, io);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    reportDiagnostics(
      error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources)),
      io,
    );
    return 2;
  }
}

async function writeOutput(
  { files, models, diagnostics }: GenerateResult,
  out: string,
  start: number,
  io: CommandIo,
): Promise<ExitCode> {
  const { added, changed, removed, unchanged } = await writeFiles(files, out);
  const total = count(added + changed + unchanged, "file");
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  io.stdout(
    `generated ${count(models.length, "model")} in ${total} into ${shownPath(out, io.cwd)} in ${seconds} s: ` +
      `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged\n` +
      summarizeWarnings(diagnostics),
  );
  return 0;
}

async function checkOutput(
  { files }: GenerateResult,
  out: string,
  rerun: string,
  io: CommandIo,
): Promise<ExitCode> {
  const shown = shownPath(out, io.cwd);
  const changes = await compareFiles(files, out, shown);
  if (changes.length === 0) {
    io.stdout(`${shown} is up to date\n`);
    return 0;
  }
  io.stdout(changes.map(({ patch }) => patch).join(""));
  io.stderr(
    `${count(changes.length, "file")} in ${shown} ${changes.length === 1 ? "is" : "are"} not up to date: run \`${rerun}\` and commit the result\n`,
  );
  return 1;
}
