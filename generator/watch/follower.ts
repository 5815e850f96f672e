import { dirname, isFolder, resolve, watch, type FSWatcher } from "./disk.js";

/** What to call about watched files. */
export interface FollowerOptions {
  /** Is called when one of the files may have changed. */
  readonly onChange: () => void;
  /** Is called with the reason if the files cannot be watched. */
  readonly onError: (error: unknown) => void;
}

/**
 * Watches files anywhere on the disk, including files that do not exist.
 *
 * It watches their folders, so that a file that is deleted, replaced or created is noticed in the same way
 * as one that is written to.
 */
export class FileFollower {
  readonly #options: FollowerOptions;
  #watcher: FSWatcher | undefined;
  #isClosed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /**
   * Watches these files, instead of those before. Changes until the promise is fulfilled may be missed.
   *
   * @param paths Absolute paths.
   */
  async follow(paths: readonly string[]): Promise<void> {
    let places = await placesOf(paths);
    for (;;) {
      await this.#watch(places);
      // Folders that were created or deleted meanwhile would be missed.
      const now = await placesOf(paths);
      if (this.#isClosed || areSame(places.folders, now.folders)) return;
      places = now;
    }
  }

  /** Stops watching. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#watcher?.close();
  }

  async #watch({ folders, entries }: Places): Promise<void> {
    // Watchers share state: the old one would pass on a folder that no longer exists.
    await this.#watcher?.close();
    if (this.#isClosed) return;
    const { onChange, onError } = this.#options;
    const watcher = watch([...folders], {
      depth: 0,
      ignored: (path) => !folders.has(resolve(path)) && !entries.has(resolve(path)),
      ignoreInitial: true,
      // The user may not be allowed to read the folders around a project, in which a config could be.
      ignorePermissionErrors: true,
    });
    this.#watcher = watcher;
    watcher.on("all", onChange).on("error", onError);
    await new Promise<void>((fulfil) => watcher.on("ready", fulfil));
  }
}

/** The folders and names to watch. */
interface Places {
  /** The folders to watch. */
  readonly folders: ReadonlySet<string>;
  /** The names that count in them: the files, and folders that have to be created before the files. */
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
