import { dirname, isFolder, resolve, watch, type FSWatcher } from "./disk.js";

/** Who is told about files. */
export interface FollowerOptions {
  /** Is called when something may have happened to one of the files. */
  readonly onChange: () => void;
  /** Is called with the reason if the files cannot be watched. */
  readonly onError: (error: unknown) => void;
}

/**
 * Follows files, wherever they are, and whether they are there or not.
 *
 * It is their folders that are watched: a file that is deleted, replaced or made anew is then noticed
 * in the same way as one that is written to.
 */
export class FileFollower {
  readonly #options: FollowerOptions;
  #watcher: FSWatcher | undefined;
  #isClosed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /**
   * Follows these files, in place of those that were followed before. What happens to them until the
   * promise is fulfilled may not be told.
   *
   * @param paths Absolute paths.
   */
  async follow(paths: readonly string[]): Promise<void> {
    let places = await placesOf(paths);
    for (;;) {
      await this.#watch(places);
      // A folder that was made or deleted meanwhile would not be watched, or no longer.
      const now = await placesOf(paths);
      if (this.#isClosed || areSame(places.folders, now.folders)) return;
      places = now;
    }
  }

  /** Follows nothing any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#watcher?.close();
  }

  async #watch({ folders, entries }: Places): Promise<void> {
    // Watchers share what they have in common: the old one would pass on a folder that is gone.
    await this.#watcher?.close();
    if (this.#isClosed) return;
    const { onChange, onError } = this.#options;
    const watcher = watch([...folders], {
      depth: 0,
      ignored: (path) => !folders.has(resolve(path)) && !entries.has(resolve(path)),
      ignoreInitial: true,
      // The folders around a project, where a config could be, need not be open to its user.
      ignorePermissionErrors: true,
    });
    this.#watcher = watcher;
    watcher.on("all", onChange).on("error", onError);
    await new Promise<void>((fulfil) => watcher.on("ready", fulfil));
  }
}

/** Where something can happen to files. */
interface Places {
  /** The folders to watch. */
  readonly folders: ReadonlySet<string>;
  /** What counts in them: the files, and folders that have to appear before the files can. */
  readonly entries: ReadonlySet<string>;
}

async function placesOf(paths: readonly string[]): Promise<Places> {
  const folders = new Set<string>();
  const entries = new Set<string>();
  const known = new Map<string, Promise<boolean>>();
  const isThere = (folder: string): Promise<boolean> => {
    const answer = known.get(folder) ?? isFolder(folder);
    known.set(folder, answer);
    return answer;
  };
  for (const path of paths) {
    let entry = path;
    while (dirname(entry) !== entry && !(await isThere(dirname(entry)))) entry = dirname(entry);
    folders.add(dirname(entry));
    entries.add(entry);
  }
  return { folders, entries };
}

function areSame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((each) => right.has(each));
}
