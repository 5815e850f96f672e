/**
 * The most values that the overlays of a document may add, and that an action may select. Without a limit,
 * a few lines could become billions: a value can be put into thousands of places, and then be copied.
 */
export const maxPlacedValues = 1_000_000;

/**
 * The most steps of a query. Visiting each value of a document takes about as many steps as it has values;
 * a filter with a nested query takes the square of that, and so on.
 */
export const maxQuerySteps = 5_000_000;

/** The most steps of all queries of the overlays of a document. */
export const maxOverlaySteps = 100_000_000;

/** Counts steps, and throws if there are too many. */
export type Spend = (steps: number) => void;

/** Thrown if a query takes more than {@link maxQuerySteps}, or all queries more than {@link maxOverlaySteps}. */
export class TooCostlyError extends Error {
  override readonly name: string = "TooCostlyError";
}
