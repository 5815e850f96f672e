/** What ends a process from outside, and can be noticed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What has to be done before this process ends. */
const works = new Set<() => void>();
let stopListening: (() => void) | undefined;

/**
 * Has something done before this process ends: by a signal, by `process.exit` or by an error that
 * nobody catches. The process then ends as it would have. Where somebody else listens for a signal,
 * it is for them to say whether that ends the process.
 *
 * @param work What to do; it cannot wait for anything.
 * @returns Takes that back.
 */
export function beforeInterrupt(work: () => void): () => void {
  stopListening ??= listen();
  works.add(work);
  return () => {
    works.delete(work);
    // A signal that came while nothing waited still has to end the process. It is told when the event
    // loop polls, which it may have done already in this round.
    setImmediate(() =>
      setImmediate(() => {
        if (works.size === 0) stop();
      }),
    );
  };
}

function stop(): void {
  stopListening?.();
  stopListening = undefined;
}

function listen(): () => void {
  const listeners = signals.map((name) => {
    const listener = (): void => {
      if (process.listenerCount(name) > 1) return;
      doAll();
      // The listeners are gone by now, so that the signal does what it does by itself.
      process.kill(process.pid, name);
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  process.on("exit", doAll);
  return () => {
    for (const remove of listeners) remove();
    process.off("exit", doAll);
  };
}

function doAll(): void {
  for (const work of works) {
    try {
      work();
    } catch {
      // The process ends all the same: what is left behind, the next run removes.
    }
  }
  works.clear();
  stop();
}
