import type { Models } from "../model/model.js";
import type { KeptDraft } from "./draft.js";
import type { FileState } from "./output-file.js";
import type { RuntimeModule } from "./runtime.js";

/**
 * The files of the last run, each with a hash of what it was made from: its source. A file whose
 * source has not changed need not be made again.
 */
export interface FileCache {
  /** The source of each module, by its name. */
  readonly sourcesOf: (models: Models, documentUri: string) => ReadonlyMap<string, string>;
  /** The source of a file that is made from a text alone; undefined if it is not needed. */
  readonly sourceOf: (text: string) => string | undefined;
  /**
   * A file of the last run.
   *
   * @param path The path of the file, relative to the output folder.
   * @param source The source of the file.
   * @returns The file, or undefined if it was made from another source, or was changed or deleted
   *   since.
   */
  readonly fileOf: (path: string, source: string) => CachedFile | undefined;
}

/** A file of the last run that may stay. */
export interface CachedFile {
  readonly kept: FileState;
  /** The modules of the runtime that it imports. */
  readonly runtime: readonly RuntimeModule[];
}

/** A cache without files: every file is made anew. */
export const noCache: FileCache = {
  sourcesOf: () => new Map(),
  sourceOf: () => undefined,
  fileOf: () => undefined,
};

/** Returns a file of the last run that can be kept, or undefined if it has to be made. */
export function keptFile(
  path: string,
  source: string | undefined,
  cache: FileCache,
): KeptDraft | undefined {
  const kept = source === undefined ? undefined : cache.fileOf(path, source);
  return kept && { path, ...kept, source };
}
