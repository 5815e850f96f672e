import { checkOptions } from "../config/check-options.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { documentOptions, type DocumentOptions } from "../load/document-options.js";
import { diagnoseModels } from "../validate/diagnose-models.js";
import { reconcileDocument } from "./reconcile-document.js";
import type { Reconciliation } from "./reconciliation.js";
import { showPlaceIn, type ShowPlace } from "./show-place.js";
import { allSamples } from "./sources/all-samples.js";
import { documentSamples } from "./sources/document-samples.js";
import { sourceSamples, type SampleSource } from "./sources/sample-source.js";
import type { OverlayInfo } from "./write-overlay.js";

/** What to compare with a document, and how. */
export interface ReconcileOptions extends DocumentOptions {
  /** What an API has sent or received; read after the document. Default: nothing. */
  readonly samples?: Iterable<SampleSource> | AsyncIterable<SampleSource> | undefined;
  /** Whether the examples of the document are samples. Default: true. */
  readonly examples?: boolean | undefined;
  /** How many samples have to show a contradiction before the document is changed. Default: 1. */
  readonly minSamples?: number | undefined;
  /** The `info` and `extends` of the overlay. */
  readonly overlayInfo?: OverlayInfo | undefined;
}

/** What samples and a document disagree about, with positions. */
export interface LocatedReconciliation extends Reconciliation {
  /** The document as the user knows it. */
  readonly document: string;
  /** Returns the position of a place: in a file of the document, or in the overlay that put it there. */
  readonly show: ShowPlace;
}

/** The result of comparing samples with a document. */
export interface ReconcileResult {
  /** The result, or undefined if a diagnostic is an error. */
  readonly reconciliation?: LocatedReconciliation;
  /** The errors and warnings about the document, the settings and the samples. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Compares what an API has sent or received with its document, and makes an overlay with which the
 * document accepts it. Nothing is written.
 *
 * @param options The document and the samples.
 * @returns The contradictions that the overlay settles, and those that need a decision. Errors in the
 *   document, the settings or the samples are in `diagnostics`; an exception is a fault of Guardsmith.
 */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileResult> {
  const checked = (): DocumentOptions => {
    checkOptions(options, reconcileOptions, ["spec"]);
    return options;
  };
  const { result, diagnostics } = await diagnoseModels(checked, async (read, config) => {
    const { samples: sources = [], examples = true, onStage, minSamples, overlayInfo } = options;
    const { document } = read;
    onStage?.("reading the samples");
    const recorded = await sourceSamples(sources, read);
    const samples = allSamples([...(examples ? [documentSamples(document)] : []), ...recorded]);
    const input = { document, config };
    return {
      ...reconcileDocument(input, samples, { minSamples, overlayInfo, onStage }),
      document: document.sources.get(document.uri)?.name ?? document.uri,
      show: showPlaceIn(document),
    };
  });
  return { ...(result !== undefined && { reconciliation: result }), diagnostics };
}

const reconcileOptions = {
  ...documentOptions,
  samples: "stream",
  examples: "flag",
  minSamples: "count",
  overlayInfo: "object",
} as const;
