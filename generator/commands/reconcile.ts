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
import type { DataFile } from "../validate/finding.js";
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
  /** The job of the config. It is needed where there are several. */
  readonly job?: string | undefined;
  /** The overlay to write; none, if it is not named. */
  readonly write?: string | undefined;
  /** How many samples have to show a contradiction. */
  readonly minSamples: number;
  /** Whether contradictions are a failure. */
  readonly check?: boolean | undefined;
  readonly format: ReconcileFormat;
  /** The page to write the report to; none, if it is not named. */
  readonly report?: string | undefined;
  /** Whether the examples of the document are samples, too. */
  readonly examples: boolean;
}

/**
 * Holds samples against a document, and writes an overlay with which it accepts them.
 *
 * The report goes to standard output. Standard error gets what is wrong with the document, with the
 * arguments or with reading a file, what overlays no longer change, what of the document is not
 * checked, and what was written; other warnings about the document are left to `generate`.
 *
 * @param options The arguments of the command.
 * @param io What the command sees of its process.
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
    // The pipeline takes a while to import: a wrong setting is reported without it.
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

/** Whether there is something that enough samples show. */
function contradicts({ changes, left }: Reconciliation, minSamples: number): boolean {
  return changes.length > 0 || left.some(({ samples }) => samples >= minSamples);
}

/** Whether a warning says that an overlay does not fit the document any more. */
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
  // Whatever is written over by mistake is no document and no sample.
  if (report !== undefined && !/\.html?$/i.test(report)) throw inputError([noPage]);
}

const noSamples: Problem = {
  code: "missing-samples",
  message: "there are no samples without the examples of the document",
  help: "name some, as in `Batch=batch.json`, or leave out --no-examples",
};

const standardInputTwice: Problem = {
  code: "standard-input-twice",
  message: "standard input can only be read once",
  help: "name a file for all but one",
};

const noPage: Problem = {
  code: "report-not-html",
  message: "the report is a page, and its file has to end with .html",
  help: "name it as in `--report report.html`; --format has other forms of it",
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
    const hint = target.isApplied ? ", and take it out of the overlays" : "";
    return stderr(visibly`${shownPath(target.path, cwd)} is no longer needed: remove it${hint}\n`);
  }
  if (target === undefined) {
    return stderr(
      visibly`nothing was changed: --write ${write} writes ${number} into an overlay\n`,
    );
  }
  await writeTextFile(target.path, signedOverlay(overlay), cwd);
  const shown = shownPath(target.path, cwd);
  const hint = target.isApplied ? "" : "; name it in `overlays` of the config to have it applied";
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
