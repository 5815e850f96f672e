import type { Config } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import { count } from "../core/count.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import type { Reconciliation } from "../reconcile/reconciliation.js";
import { annotateReport } from "./reconcile-reports/github.js";
import { htmlReport } from "./reconcile-reports/html/page.js";
import { jsonReport } from "./reconcile-reports/json.js";
import { markdownReport } from "./reconcile-reports/markdown.js";
import { prettyReport } from "./reconcile-reports/pretty.js";
import { reportOf, type ReconcileReport } from "./reconcile-reports/report.js";
import type { DataFile } from "../validate/report.js";
import { visibly } from "../text/visible.js";
import { shownPath } from "../output/shown-path.js";
import { writeTextFile } from "../output/write-text-file.js";
import type { CommandIo, ExitCode } from "./command-io.js";
import { absolutePath } from "./files.js";
import { overlayTarget, signedOverlay, type OverlayTarget } from "./overlay-file.js";
import type { ReconcileFormat } from "./reconcile-formats.js";
import { locatedErrors } from "./located-errors.js";
import { reportDiagnostics, warningsOfChecks } from "./report.js";
import { parseSampleArgument, type SampleArgument } from "./samples/sample-argument.js";
import { sampleFiles } from "./samples/sample-files.js";
import { slowProgress } from "./slow-progress.js";

/** The arguments of `guardsmith reconcile`; paths are relative to the working directory. */
export interface ReconcileCommandOptions {
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The headers of the requests for the document, as lines such as `Accept: application/yaml`. */
  readonly headers?: readonly string[] | undefined;
  /** What an API has sent or taken: `Batch=samples/*.json`, `api.har` or `pairs.jsonl`. */
  readonly samples: readonly string[];
  /** The overlays to apply to the document. Default: those of the config. */
  readonly overlays?: readonly string[] | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The job of the config; required if there are several. */
  readonly job?: string | undefined;
  /** The overlay to write. Default: none. */
  readonly write?: string | undefined;
  /** How many samples have to show a contradiction before it is settled. */
  readonly minSamples: number;
  /** Whether contradictions fail the command. */
  readonly check?: boolean | undefined;
  readonly format: ReconcileFormat;
  /** The HTML file to write the report to. Default: none. */
  readonly report?: string | undefined;
  /** Whether the examples of the document are samples. */
  readonly examples: boolean;
}

/**
 * Compares samples with a document, and writes an overlay with which the document accepts them.
 *
 * The report goes to standard output. Standard error gets errors, warnings about overlays and about
 * schemas that are not checked as written, and the files that were written. Other warnings about the
 * document are only shown by `generate`.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses.
 * @returns The exit code of the process.
 */
export async function runReconcile(
  options: ReconcileCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const progress = slowProgress(io);
  try {
    const { spec, headers, overlays, config: file, write, format, minSamples } = options;
    const { report: page } = options;
    const args = options.samples.map(parseSampleArgument);
    const loaded = await loadConfig({
      cwd: io.cwd,
      file,
      command: "reconcile",
      jobs: options.job === undefined ? undefined : [options.job],
      headers,
      overrides: { spec, overlays },
      onFound: (note) => io.stderr(`${note}\n`),
    });
    checkArguments(options, args, loaded);
    const target =
      write === undefined
        ? undefined
        : await overlayTarget(absolutePath(write, io.cwd), loaded.overlays, io.cwd);
    const config = { ...loaded, overlays: target?.overlays ?? loaded.overlays };
    // Imported only after the settings were checked, because the pipeline takes a while to load.
    const { reconcile } = await import("../reconcile/reconcile.js");
    const onFile = ({ name }: DataFile): void => progress.show(`reading ${name}`);
    const { reconciliation: found, diagnostics } = await reconcile({
      spec: config.spec,
      config,
      samples: sampleFiles(args, { cwd: io.cwd, stdin: io.stdin, onFile }),
      examples: options.examples,
      minSamples,
      cwd: io.cwd,
      onStage: progress.show,
    });
    progress.clear();
    if (found === undefined) {
      reportDiagnostics(diagnostics, io);
      return 2;
    }
    reportDiagnostics([...diagnostics.filter(isOfOverlay), ...warningsOfChecks(diagnostics)], io);
    const report = reportOf(found, found.document, found.show);
    if (format === "github" && io.workflow !== undefined) {
      await annotateReport(report, options.check === true ? "error" : "warning", io.workflow);
    }
    io.stdout(printed(report, format, io));
    await writeOverlay(found, target, options, io);
    if (page !== undefined) await writePage(report, page, io);
    return options.check === true && contradicts(found, minSamples) ? 1 : 0;
  } catch (error) {
    progress.clear();
    reportDiagnostics(await locatedErrors(error), io);
    return 2;
  }
}

/** Returns whether enough samples show any contradiction. */
function contradicts({ changes, left }: Reconciliation, minSamples: number): boolean {
  return changes.length > 0 || left.some(({ samples }) => samples >= minSamples);
}

/** Returns whether a warning is about an overlay. */
function isOfOverlay({ code }: LocatedDiagnostic): boolean {
  return code.includes("overlay");
}

function checkArguments(
  { examples, report }: ReconcileCommandOptions,
  args: readonly SampleArgument[],
  { spec }: Config,
): void {
  if (!examples && args.length === 0) throw inputError([noSamples]);
  const inputs = [spec, ...args.map(({ files }) => files)].filter((each) => each === "-");
  if (inputs.length > 1) throw inputError([standardInputTwice]);
  // The extension keeps a wrong argument from overwriting a document or a sample.
  if (report !== undefined && !/\.html?$/i.test(report)) throw inputError([noPage]);
}

const noSamples: Problem = {
  code: "missing-samples",
  message: "no samples are named, and --no-examples leaves out those of the document",
  help: "name samples, as in `Batch=batch.json`, or leave out --no-examples",
};

const standardInputTwice: Problem = {
  code: "standard-input-twice",
  message: "standard input can only be read once",
  help: "name a file instead of - for all inputs except one",
};

const noPage: Problem = {
  code: "report-not-html",
  message: "the file of --report has to end with .html: the report is an HTML page",
  help: "name it as in `--report report.html`; for other formats, use --format",
};

function printed(
  report: ReconcileReport,
  format: ReconcileFormat,
  { colorOutput }: CommandIo,
): string {
  switch (format) {
    case "pretty":
    case "github":
      return prettyReport(report, colorOutput);
    case "json":
      return jsonReport(report);
    case "markdown":
      return markdownReport(report);
  }
}

async function writeOverlay(
  { overlay, changes }: Reconciliation,
  target: OverlayTarget | undefined,
  { write = "<file>" }: ReconcileCommandOptions,
  { cwd, stderr }: CommandIo,
): Promise<void> {
  const number = count(changes.length, "change");
  if (overlay === undefined) {
    if (target?.exists !== true) return;
    const hint = target.isApplied ? ", and remove it from `overlays` of the config" : "";
    return stderr(visibly`${shownPath(target.path, cwd)} is no longer needed: delete it${hint}\n`);
  }
  if (target === undefined) {
    return stderr(
      visibly`nothing was written: use --write ${write} to write ${number} into an overlay\n`,
    );
  }
  await writeTextFile(target.path, signedOverlay(overlay), cwd);
  const shown = shownPath(target.path, cwd);
  const hint = target.isApplied ? "" : "; to apply it, add it to `overlays` in the config";
  stderr(visibly`wrote ${shown} with ${number}${hint}\n`);
}

async function writePage(
  report: ReconcileReport,
  page: string,
  { cwd, stderr }: CommandIo,
): Promise<void> {
  const path = absolutePath(page, cwd);
  await writeTextFile(path, htmlReport(report), cwd);
  stderr(visibly`wrote ${shownPath(path, cwd)}\n`);
}
