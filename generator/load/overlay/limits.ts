/**
 * How many values the overlays of a document may put into it, and an action may select, so that few
 * lines do not become billions: a value can be put into thousands of places, and then be copied.
 */
export const maxPlacedValues = 1_000_000;

/**
 * How many steps a query may take. To look at each value of a document once takes about as many as
 * it has values; a filter with a query inside takes the square of that, and so on.
 */
export const maxQuerySteps = 5_000_000;

/** How many steps all queries of the overlays of a document may take. */
export const maxOverlaySteps = 100_000_000;

/** Counts steps of work, and throws when they are too many. */
export type Spend = (steps: number) => void;

/** Thrown when a query takes more than {@link maxQuerySteps}, or all of them more than {@link maxOverlaySteps}. */
export class TooCostlyError extends Error {
  override readonly name: string = "TooCostlyError";
}
