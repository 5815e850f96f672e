/** The deepest nesting of arrays and objects, far below what would exhaust the stack. */
export const maxNesting = 500;

/** The most values that the aliases of one YAML file may expand to: a few lines could become billions. */
export const maxAliasedValues = 1_000_000;

/** The most errors of one file that are reported: further ones mostly follow from them. */
export const maxErrorsPerFile = 20;

/** The largest file that is retrieved for a reference, in bytes: 64 MiB. */
export const maxFileBytes: number = 64 * 1024 * 1024;

/** The limits of a request. */
export interface FetchLimits {
  /** The time until the last byte, in milliseconds. */
  readonly milliseconds: number;
  /** The size of the body after decompression, in bytes. */
  readonly bytes: number;
}

/** The default limits of a request: 30 seconds and 64 MiB. */
export const defaultFetchLimits: FetchLimits = {
  milliseconds: 30_000,
  bytes: maxFileBytes,
};

/** The limits of all files of a document together. */
export interface DocumentLimits {
  /** The number of referenced files, including missing ones. */
  readonly files: number;
  /** The size of the files that are retrieved, in bytes. */
  readonly bytes: number;
}

/** The default limits of a document: 20,000 files and 512 MiB. */
export const defaultDocumentLimits: DocumentLimits = {
  files: 20_000,
  bytes: 512 * 1024 * 1024,
};

/** How many files are retrieved at the same time. */
export const retrievalsAtATime = 16;

/** The longest line of JSON Lines, in bytes, since a line is held in memory: 64 MiB. */
export const maxLineBytes: number = 64 * 1024 * 1024;

/** The longest string of V8, in UTF-16 code units. */
export const maxTextLength: number = 2 ** 29 - 24;
