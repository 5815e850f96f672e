import type { LockHolder } from "./lock-holder.js";

/** What to do while another run holds the lock. */
export interface LockOptions {
  /** Is called again and again, with the seconds that have passed. */
  readonly onWait?: ((holder: LockHolder, seconds: number) => void) | undefined;
  /** Ends the waiting, with its reason as the error. */
  readonly signal?: AbortSignal | undefined;
}

/** How often to look whether the lock is free, in milliseconds. */
const interval = 50;

/**
 * Waits for a lock.
 *
 * @param look Returns who holds it, if anybody does. Receives a map that is its own, in which it notes
 *   when it has noticed each sign of life first.
 * @param options What to do meanwhile.
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
