/**
 * The value in the middle; of an even number of values, the mean of the two there.
 *
 * @returns NaN when there are no values.
 */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * How far values are from each other: half the distance of their quartiles, as a share of the median.
 *
 * @returns 0 for a single value; NaN when there are none.
 */
export function spread(values: readonly number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);
}

/** A quantile, interpolated between the values next to it. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}
