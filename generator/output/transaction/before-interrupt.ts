/** The signals that end a process and can be handled. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The work to do before this process ends. */
const works = new Set<() => void>();
let stopListening: (() => void) | undefined;

/**
 * Registers work to do before this process ends: by a signal, by `process.exit` or by an uncaught error. The
 * process then ends as it would have. If others listen for a signal, they decide whether it ends the
 * process.
 *
 * @param work The work, which has to be synchronous.
 * @returns A function that removes the registration.
 */
export function beforeInterrupt(work: () => void): () => void {
  stopListening ??= listen();
  works.add(work);
  return () => {
    works.delete(work);
    // A signal during blocking code still has to end the process. It is delivered when the event loop
    // polls, which may have happened already in this round.
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
      // The listeners were removed, so the signal has its default effect.
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
      // The process ends anyway: the next run removes what is left.
    }
  }
  works.clear();
  stop();
}
