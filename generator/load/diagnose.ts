import type { Config } from "../config/config.js";
import { onlyRoots } from "../config/selection.js";
import { count } from "../core/count.js";
import type { SourceText } from "../core/source-text.js";
import { DiagnosticLog, type Diagnostic, type LocatedDiagnostic } from "../core/diagnostic.js";
import { InputError } from "../core/failure.js";
import { locate } from "../text/locate.js";
import type { Document } from "../openapi/document.js";
import { textsOf } from "../openapi/texts.js";
import { ignoreWarnings } from "./ignore-warnings.js";

/** What a run reports to. */
export interface Run {
  /** Receives errors and warnings. */
  readonly log: DiagnosticLog;
  /** Receives the settings, which decide which warnings are shown. */
  readonly onConfig: (config: Config) => void;
  /** Receives the document after it was read, so that diagnostics can show its lines. */
  readonly onDocument: (document: Document) => void;
  /** Receives another file, so that diagnostics can show its lines. */
  readonly onSource: (source: SourceText) => void;
}

/** The result of a run. */
export interface Diagnosed<T> {
  /** The value that it returned; undefined if its input is wrong. */
  readonly result: T | undefined;
  /** The errors and warnings about the input. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** What is known about a run. */
interface DiagnoseOptions {
  /**
   * Whether it finds every warning about a document, so that ignored warnings without effect can be
   * reported. Default: false.
   */
  readonly isComplete?: boolean;
}

/**
 * Runs something that depends on a document, and locates the diagnostics that it reports. Warnings that the
 * document or the config ignores are left out. The settings decide how many other warnings are an error.
 *
 * @param work What to run. An {@link InputError} that it throws becomes diagnostics. Other errors are faults
 *   of Guardsmith, and are not caught.
 */
export async function diagnose<T>(
  work: (run: Run) => Promise<T | undefined>,
  { isComplete = false }: DiagnoseOptions = {},
): Promise<Diagnosed<T>> {
  const log = new DiagnosticLog();
  const texts = new Map<string, SourceText>();
  let config: Config | undefined;
  let document: Document | undefined;
  const run: Run = {
    log,
    onConfig: (settings) => {
      config = settings;
      if (settings.source !== undefined) run.onSource(settings.source);
    },
    onDocument: (read) => {
      document = read;
      for (const [uri, text] of textsOf(read)) texts.set(uri, text);
    },
    onSource: (source) => texts.set(source.uri, source),
  };
  let result: T | undefined;
  let found: readonly Diagnostic[];
  try {
    result = await work(run);
    found = log.all;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const [uri, text] of error.sources) texts.set(uri, text);
    found = [...log.all, ...error.diagnostics];
  }
  const seesAll =
    isComplete && config !== undefined && onlyRoots(config) === undefined && !found.some(isError);
  const left =
    document && config ? ignoreWarnings(found, { document, config, isComplete: seesAll }) : found;
  const judged = config === undefined ? left : judge(left, config);
  return {
    result: judged.some(isError) ? undefined : result,
    diagnostics: judged.map((one) => locate(one, texts)),
  };
}

/** Turns warnings into errors, or adds an error about their number, if the settings ask for it. */
function judge(
  found: readonly Diagnostic[],
  { strict, maxWarnings = Infinity }: Config,
): readonly Diagnostic[] {
  if (strict) return found.map((one) => ({ ...one, severity: "error" }));
  if (found.length <= maxWarnings || found.some(isError)) return found;
  const message = `there ${found.length === 1 ? "is" : "are"} ${count(found.length, "warning")}, and \`maxWarnings\` is ${maxWarnings}`;
  const help = "fix what the warnings report, or ignore those that are intended, with a reason";
  return [...found, { severity: "error", code: "too-many-warnings", message, help }];
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
