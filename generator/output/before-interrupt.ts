/** What ends a process from outside, and can be noticed. */
const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Has something done before a signal ends the process. Where somebody else listens for the signal, it
 * does not end the process, and nothing is done.
 *
 * @param work What to do; it cannot wait for anything.
 * @returns Takes that back.
 */
export function beforeInterrupt(work: () => void): () => void {
  const listeners = signals
    .filter((name) => process.listenerCount(name) === 0)
    .map((name) => {
      const listener = (): void => {
        work();
        // This listener is gone by now, so that the signal does what it does by itself.
        process.kill(process.pid, name);
      };
      process.once(name, listener);
      return () => process.off(name, listener);
    });
  return () => {
    for (const remove of listeners) remove();
  };
}
