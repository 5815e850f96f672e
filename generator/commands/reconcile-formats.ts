/** How `guardsmith reconcile` can print its report. */
export const reconcileFormats = ["pretty", "json", "markdown", "github"] as const;

/** One of the ways to print the report. */
export type ReconcileFormat = (typeof reconcileFormats)[number];
