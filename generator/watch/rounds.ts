import {
  areSame,
  contentOf,
  missing,
  readContents,
  type Content,
  type Contents,
} from "./contents.js";
import type { FileHook } from "../config/file-hook.js";

/** What a run is given, and what comes of it. */
export interface RoundsOptions {
  /**
   * Does what depends on the files.
   *
   * @param onFile Has to be told of every file that it reads or looks for.
   * @returns Whether it came to its end, having read all that it depends on.
   */
  readonly run: (onFile: FileHook) => Promise<boolean>;
  /** Whether something else than a file has changed since the last run. Default: no. */
  readonly isOutdated?: () => boolean;
  /** Has the files followed; returns once they are. */
  readonly follow: (paths: readonly string[]) => Promise<void>;
  /** Is called with the number of files that the first run has read, once they are followed. */
  readonly onReady: (files: number) => void;
  /** Asks for another round. */
  readonly again: () => void;
}

/**
 * Makes the work that watching repeats: a run, if there is a file with another content than the last
 * run has seen, and the following of all that it depends on.
 *
 * It is what a run has read that counts, not when a file was written. So a file that changes while it
 * is read leads to another run, and one that is only touched to none.
 *
 * @param options What to run, and who follows files.
 * @returns One round; the first one runs in any case.
 */
export function watchRounds({
  run,
  isOutdated = () => false,
  follow,
  onReady,
  again,
}: RoundsOptions): () => Promise<void> {
  let seen: Contents | undefined;
  return async () => {
    const before = seen && (await readContents(seen));
    const isFirst = seen === undefined;
    if (seen === undefined || before === undefined || isOutdated() || !areSame(seen, before)) {
      const read = new Map<string, Content>();
      const isDone = await run((path, bytes) => read.set(path, contentOf(bytes)));
      // What a broken run did not come to is followed still, from what it was when the run began.
      seen = isDone ? read : new Map([...(before ?? []), ...read]);
    }
    await follow([...seen.keys()]);
    // Until they were followed, nobody has told what happened to them.
    if (!areSame(seen, await readContents(seen))) again();
    if (isFirst) onReady([...seen.values()].filter((content) => content !== missing).length);
  };
}
