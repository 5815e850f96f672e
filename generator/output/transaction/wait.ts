import type { LockHolder } from "./lock-holder.js";

/** What to do while waiting for the lock. */
export interface LockOptions {
  /** Is called repeatedly with the seconds that have passed. */
  readonly onWait?: ((holder: LockHolder, seconds: number) => void) | undefined;
  /** Ends the waiting. Its reason is the error. */
  readonly signal?: AbortSignal | undefined;
}

/** How often to check whether the lock is free, in milliseconds. */
const interval = 50;

/**
 * Waits for a lock.
 *
 * @param look Returns the holder, if there is one. Receives a map in which it records when it first noticed
 *   each sign of life.
 * @param options What to do while waiting.
 */
export async function waitUntilFree(
  look: (heard: Map<string, number>) => LockHolder | undefined,
  { onWait, signal }: LockOptions,
): Promise<void> {
  const start = performance.now();
  const heard = new Map<string, number>();
  for (;;) {
    signal?.throwIfAborted();
    const holder = look(heard);
    if (holder === undefined) return;
    onWait?.(holder, (performance.now() - start) / 1000);
    await new Promise((fulfil) => setTimeout(fulfil, interval));
  }
}
