/**
 * How many values the overlays of a document may put into it, and an action may look at, so that few
 * lines do not become billions: a value can be put into thousands of places, and then be copied.
 */
export const maxPlacedValues = 1_000_000;
