/**
 * Is called with every local file that a run reads, or looks for in vain.
 *
 * @param path The absolute path of the file.
 * @param bytes What was read; undefined where the file is not there or cannot be read.
 */
export type FileHook = (path: string, bytes: Uint8Array | undefined) => void;
