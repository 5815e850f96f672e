import { join, kindAt, readdirSync, readFresh, rmdirSync, rmSync } from "../disk.js";
import { hasCode } from "../system-error.js";
import { hasEnded, parseOwner, type LockOwner } from "./lock-owner.js";
import { removeFile, statePath } from "./state-folder.js";

/** The holder of the lock of an output folder. */
export interface LockHolder {
  /** The process; undefined if the lock is damaged. */
  readonly owner: LockOwner | undefined;
  /** The absolute path of the lock. Removing it lets the next run begin. */
  readonly lock: string;
}

/** A lock, or something else at its path. */
interface Holding extends LockHolder {
  /** Its path, which is unique to it. */
  readonly path: string;
  /** Whether its run has ended without releasing it. */
  readonly isLeft: boolean;
}

/**
 * Returns the holder of the lock of an output folder, or undefined if there is none.
 *
 * @param root The output folder.
 * @param now The time by the clock of the file system.
 * @param heard When each sign of life was first noticed, by the clock of this process. So silence is noticed
 *   even if the clock of the file system was set back.
 */
export function holderOf(
  root: string,
  now: number,
  heard: Map<string, number>,
): LockHolder | undefined {
  return holdings(root, now, heard).find(({ isLeft }) => !isLeft);
}

/** Returns the holder of the lock, as {@link holderOf} does, and removes a lock that was left behind. */
export function findHolder(
  root: string,
  now: number,
  heard: Map<string, number>,
): LockHolder | undefined {
  const lock = statePath(root, "lock");
  const found = holdings(root, now, heard);
  const holder = found.find(({ isLeft }) => !isLeft);
  if (holder !== undefined) return holder;
  for (const { path } of found) {
    // Removed by its own name, so that a newer lock of another run stays.
    if (path === lock || kindAt(path) === "file") removeFile(path);
    else rmSync(path, { recursive: true, force: true });
  }
  try {
    rmdirSync(lock);
  } catch (error) {
    if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR")) throw error;
  }
  return undefined;
}

function holdings(root: string, now: number, heard: Map<string, number>): readonly Holding[] {
  const lock = statePath(root, "lock");
  switch (kindAt(lock)) {
    case "absent":
      return [];
    case "folder":
      return namesIn(lock).map((name) => {
        const path = join(lock, name);
        const fresh = readFresh(path);
        // Runs only create files there.
        if (fresh === undefined) return { owner: undefined, lock, path, isLeft: true };
        const owner = parseOwner(fresh.text);
        const sign = `${path} ${fresh.time}`;
        const since = heard.get(sign) ?? performance.now();
        heard.set(sign, since);
        const silence = Math.max(now - fresh.time, performance.now() - since);
        return { owner, lock, path, isLeft: hasEnded(owner, silence) };
      });
    case "file":
    case "link":
    case "other":
      return [{ owner: undefined, lock, path: lock, isLeft: true }];
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  }
}
