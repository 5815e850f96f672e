import { join, kindAt, readdirSync, readFresh, rmdirSync, rmSync } from "../disk.js";
import { hasCode } from "../system-error.js";
import { hasEnded, parseOwner, type LockOwner } from "./lock-owner.js";
import { removeFile, statePath } from "./state-folder.js";

/** Who holds the lock of an output folder. */
export interface LockHolder {
  /** The process; undefined, where the lock does not say, since it is damaged. */
  readonly owner: LockOwner | undefined;
  /** The lock, absolute: who removes it lets the next run begin. */
  readonly lock: string;
}

/** What stands where the lock has to be. */
interface Holding extends LockHolder {
  /** Its path, which no other lock has. */
  readonly path: string;
  /** Whether its run has ended without removing it. */
  readonly isLeft: boolean;
}

/**
 * Returns who holds the lock of an output folder; undefined, if nobody does.
 *
 * @param root The output folder.
 * @param now What time it is by the clock of the file system.
 * @param heard When each sign of life was noticed first, by the clock of this process: that tells of
 *   silence, too, where the clock of the file system was set back.
 */
export function holderOf(
  root: string,
  now: number,
  heard: Map<string, number>,
): LockHolder | undefined {
  return holdings(root, now, heard).find(({ isLeft }) => !isLeft);
}

/** Returns who holds the lock, as {@link holderOf} does, and removes one that was left behind. */
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
    // By its own name, so that a lock that another run has taken since stays.
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
        // No run makes anything but a file there.
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
