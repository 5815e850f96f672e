/** How deeply arrays and objects may be nested; far from where recursion would end the process. */
export const maxNesting = 500;

/** How many values the aliases of one YAML file may stand for, so that few lines do not become billions. */
export const maxAliasedValues = 1_000_000;

/** How many errors of one file are reported; the rest mostly follows from them. */
export const maxErrorsPerFile = 20;

/** What a retrieval over the network may cost. */
export interface FetchLimits {
  /** The time until the last byte, in milliseconds. */
  readonly milliseconds: number;
  /** The size of the body after decompression, in bytes. */
  readonly bytes: number;
}

/** The limits of a retrieval when none are given: 30 seconds and 64 MiB. */
export const defaultFetchLimits: FetchLimits = {
  milliseconds: 30_000,
  bytes: 64 * 1024 * 1024,
};
