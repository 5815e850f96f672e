import { widenedSchemas } from "./choose-widenings.js";
import { planOverlay } from "./overlay-plan.js";
import type { Reconciliation } from "./reconciliation.js";
import { changesOf, describedActions, leftContradictions } from "./results.js";
import type { Samples } from "./sample.js";
import { settle, type SettleInput, type SettleOptions } from "./settle.js";
import { writeOverlay, type OverlayInfo } from "./write-overlay.js";

/** How to reconcile. */
export interface ReconcileDocumentOptions extends SettleOptions {
  /** The `info` and `extends` of the overlay. */
  readonly overlayInfo?: OverlayInfo | undefined;
}

/**
 * Finds what samples contradict in a document, and the smallest widening that accepts them.
 *
 * Guards check every sample against the document. For the issues, widenings are chosen and applied as an
 * overlay in memory; then the guards of the changed document check again, until nothing new is found.
 * Samples that no widening settles do not influence the overlay. A change is dropped if all samples are
 * accepted without it.
 *
 * @param input The document, and the settings for its guards.
 * @param samples Values that an API has sent or received.
 * @param options How many samples a change needs, and the `info` of the overlay.
 * @returns The contradictions, settled and to decide, with the overlay. The same input has the same result.
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
