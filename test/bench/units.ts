/** What is in a cell for which there is no number. */
export const nothing = "—";

/**
 * @param value In seconds.
 * @param noise How far its runs were from each other, as a share of it.
 */
export function seconds(value: number | undefined, noise?: number): string {
  return value === undefined ? nothing : `${value.toFixed(2)} s${withNoise(noise)}`;
}

/** The noise of a number, to be put behind it; a single run tells none. */
export function withNoise(noise: number | undefined): string {
  return !noise ? "" : ` ± ${Math.ceil(noise * 100)} %`;
}

/** @param value In bytes. */
export function mebibytes(value: number | undefined): string {
  return value === undefined ? nothing : `${(value / 2 ** 20).toFixed(0)} MiB`;
}

/** How many times the second number the first is, as in `1.25 ×`. */
export function times(value: number | undefined, base: number | undefined): string {
  return value === undefined || base === undefined ? nothing : `${(value / base).toFixed(2)} ×`;
}
