import type { SourceText } from "../core/source-text.js";
import { DiagnosticLog, type Diagnostic, type LocatedDiagnostic } from "../core/diagnostic.js";
import { InputError } from "../core/failure.js";
import { locate } from "../text/locate.js";
import type { Document } from "../openapi/document.js";
import { textsOf } from "../openapi/texts.js";

/** What a run reports to, while it goes through the stages. */
export interface Run {
  /** Takes what there is to say. */
  readonly log: DiagnosticLog;
  /** Is told the document once it is read, so that diagnostics can show its lines. */
  readonly onDocument: (document: Document) => void;
  /** Is told of another file, so that diagnostics can show its lines. */
  readonly onSource: (source: SourceText) => void;
}

/** What came of a run. */
export interface Diagnosed<T> {
  /** What it returned; undefined, where its input is wrong. */
  readonly result: T | undefined;
  /** Everything that there is to say about the input, errors and warnings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Runs something that depends on a document, and finds the places of what it reports.
 *
 * @param work What to run. An {@link InputError} that it throws becomes diagnostics; any other error
 *   is thrown on, as it is a fault of Guardsmith.
 * @param strict Whether every warning is an error.
 */
export async function diagnose<T>(
  work: (run: Run) => Promise<T | undefined>,
  { strict = false }: { readonly strict?: boolean } = {},
): Promise<Diagnosed<T>> {
  const shown = (one: Diagnostic, texts: ReadonlyMap<string, SourceText>): LocatedDiagnostic =>
    locate(strict ? { ...one, severity: "error" } : one, texts);
  const log = new DiagnosticLog();
  let sources: ReadonlyMap<string, SourceText> = new Map();
  const onDocument = (document: Document): void => {
    sources = new Map([...sources, ...textsOf(document)]);
  };
  const onSource = (source: SourceText): void => {
    sources = new Map([...sources, [source.uri, source]]);
  };
  try {
    const result = await work({ log, onDocument, onSource });
    const diagnostics = log.all.map((found) => shown(found, sources));
    const isGood = diagnostics.every(({ severity }) => severity !== "error");
    return { result: isGood ? result : undefined, diagnostics };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const all = new Map([...sources, ...error.sources]);
    const found = [...log.all, ...error.diagnostics];
    return { result: undefined, diagnostics: found.map((one) => shown(one, all)) };
  }
}
