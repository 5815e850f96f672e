/** How deeply arrays and objects may be nested; far from where recursion would end the process. */
export const maxNesting = 500;

/** How many values the aliases of one YAML file may stand for, so that few lines do not become billions. */
export const maxAliasedValues = 1_000_000;

/** How many errors of one file are reported; the rest mostly follows from them. */
export const maxErrorsPerFile = 20;

/** The largest file that is retrieved for a reference, in bytes: 64 MiB. */
export const maxFileBytes: number = 64 * 1024 * 1024;

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
  bytes: maxFileBytes,
};

/** What all the files of a document together may come to. */
export interface DocumentLimits {
  /** The number of files that are referred to, be they there or not. */
  readonly files: number;
  /** The size of the files that are retrieved, in bytes. */
  readonly bytes: number;
}

/** The limits of a document when none are given: 20,000 files and 512 MiB. */
export const defaultDocumentLimits: DocumentLimits = {
  files: 20_000,
  bytes: 512 * 1024 * 1024,
};

/** How many files are retrieved at a time. */
export const retrievalsAtATime = 16;

/** How long a line of JSON Lines may be, in bytes, as no more than one is held in memory: 64 MiB. */
export const maxLineBytes: number = 64 * 1024 * 1024;

/** How long a text may be: what a string of V8 holds, in UTF-16 code units. */
export const maxTextLength: number = 2 ** 29 - 24;
