/** The formats in which `guardsmith reconcile` prints its report. */
export const reconcileFormats = ["pretty", "json", "markdown", "github"] as const;

/** One of these formats. */
export type ReconcileFormat = (typeof reconcileFormats)[number];
