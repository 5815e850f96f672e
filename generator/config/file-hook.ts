/**
 * Is called with every local file that a run reads or looks for.
 *
 * @param path The absolute path of the file.
 * @param bytes Its content; undefined if the file does not exist or cannot be read.
 */
export type FileHook = (path: string, bytes: Uint8Array | undefined) => void;
