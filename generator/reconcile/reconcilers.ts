import type { Config } from "../config/config.js";
import type { Document } from "../openapi/document.js";
import type { Reconciliation } from "./reconciliation.js";
import type { Samples } from "./sample.js";

/** What the command calls to find samples in a document, and contradictions. */
export interface Reconcilers {
  /** Reads the examples of a document. */
  readonly documentSamples: (document: Document) => Samples;
  /** Holds samples against a document. */
  readonly reconcile: (
    input: ReconcilerInput,
    samples: Samples,
    options: ReconcilerOptions,
  ) => Reconciliation | Promise<Reconciliation>;
}

/** What samples are held against. */
export interface ReconcilerInput {
  /** The document, with its overlays applied. */
  readonly document: Document;
  readonly config: Config;
  /** The text of the runtime modules, by file name. */
  readonly runtime: ReadonlyMap<string, string>;
}

/** How to hold them against it. */
export interface ReconcilerOptions {
  /** How many samples have to show a contradiction before the document is changed. */
  readonly minSamples: number;
  /** Is told what the run turns to. */
  readonly onStage: (stage: string) => void;
}
