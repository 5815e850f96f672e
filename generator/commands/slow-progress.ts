import type { CommandIo } from "./command-io.js";

/** Says what a command does, for whoever waits for it. */
export interface SlowProgress {
  /** Shows a text in place of the one before, if the command takes more than a second. */
  readonly show: (text: string) => void;
  /** Clears the text, for something else to be printed. */
  readonly clear: () => void;
}

/** After how long there is something to say, and how often: both in milliseconds. */
const patience = 1000;
const interval = 100;

/** The progress of a command that begins now. */
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
