import type { CommandIo } from "./command-io.js";

/** Shows the progress of a command that takes a while. */
export interface SlowProgress {
  /** Shows a text in place of the text before, if the command takes more than a second. */
  readonly show: (text: string) => void;
  /** Clears the text, before something else is printed. */
  readonly clear: () => void;
}

/** When to begin to show progress, and how often, in milliseconds. */
const patience = 1000;
const interval = 100;

/** Returns the progress of a command that begins now. */
export function slowProgress(io: Pick<CommandIo, "progress">): SlowProgress {
  const start = performance.now();
  let shownAt = 0;
  let isShown = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - start < patience || now - shownAt < interval) return;
      io.progress(`${text} … ${((now - start) / 1000).toFixed(0)} s`);
      shownAt = now;
      isShown = true;
    },
    clear: () => {
      if (isShown) io.progress("");
      isShown = false;
    },
  };
}
