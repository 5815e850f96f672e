import { widenedSchemas } from "./choose-widenings.js";
import { planOverlay } from "./overlay-plan.js";
import type { Reconciliation } from "./reconciliation.js";
import { changesOf, describedActions, leftContradictions } from "./results.js";
import type { Samples } from "./sample.js";
import { settle, type SettleInput, type SettleOptions } from "./settle.js";
import { writeOverlay, type OverlayInfo } from "./write-overlay.js";

/** How to reconcile. */
export interface ReconcileDocumentOptions extends SettleOptions {
  /** What the overlay says of itself. */
  readonly overlayInfo?: OverlayInfo | undefined;
}

/**
 * Finds what samples contradict in a document, and the smallest widening that accepts them.
 *
 * The guards of the document are asked about every sample. For what they report, widenings are
 * chosen and applied as an overlay in memory; then the guards of the document as overlaid are asked,
 * and so on, until nothing new comes up. Samples that no widening settles have no influence on the
 * overlay. A change without which everything would still be accepted is withdrawn.
 *
 * @param input The document, and what its guards are made of.
 * @param samples What an API has sent or taken.
 * @param options How sure to be, and what to call the overlay.
 * @returns The contradictions, settled and left, with the overlay. The same for the same input.
 */
export function reconcileDocument(
  input: SettleInput,
  { samples, unusable, slips }: Samples,
  options: ReconcileDocumentOptions = {},
): Reconciliation {
  const settled = settle(input, samples, options);
  const plan = planOverlay(input.document, widenedSchemas(settled.steps));
  const changes = changesOf(settled, plan, samples, input.document);
  const overlay =
    changes.length === 0
      ? undefined
      : writeOverlay(describedActions(changes, plan), options.overlayInfo);
  return {
    samples: samples.length,
    accepted: settled.acceptedBefore.size,
    acceptedAfter: settled.acceptedAfter.size,
    changes,
    left: leftContradictions(settled, samples, options.minSamples ?? 1),
    unusable,
    slips,
    ...(overlay !== undefined && { overlay }),
  };
}
