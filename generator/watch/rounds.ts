import {
  areSame,
  contentOf,
  missing,
  readContents,
  type Content,
  type Contents,
} from "./contents.js";
import type { FileHook } from "../config/file-hook.js";

/** What a round runs, and what it calls. */
export interface RoundsOptions {
  /**
   * Does the work that depends on the files.
   *
   * @param onFile Has to be called with every file that it reads or looks for.
   * @returns Whether it was completed, and so has read everything that it depends on.
   */
  readonly run: (onFile: FileHook) => Promise<boolean>;
  /** Whether anything other than a file has changed since the last run. Default: no. */
  readonly isOutdated?: () => boolean;
  /** Starts to watch the files; returns once they are watched. */
  readonly follow: (paths: readonly string[]) => Promise<void>;
  /** Is called once the files of the first run are watched, with their number. */
  readonly onReady: (files: number) => void;
  /** Requests another round. */
  readonly again: () => void;
}

/**
 * Returns the work that watching repeats: a run, if the content of any file differs from what the last run
 * has read, and then watching all files that the run depends on.
 *
 * Contents are compared, not times. So a file that changes while it is read leads to another run, and a
 * file that is only touched does not.
 *
 * @param options What to run, and what to call.
 * @returns A function for one round. The first round always runs.
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
      // After a failed run, the files that it did not reach are still watched, with their content before it.
      seen = isDone ? read : new Map([...(before ?? []), ...read]);
    }
    await follow([...seen.keys()]);
    // Changes before the files were watched were not reported.
    if (!areSame(seen, await readContents(seen))) again();
    if (isFirst) onReady([...seen.values()].filter((content) => content !== missing).length);
  };
}
