import { shownPath } from "../output/shown-path.js";
import type { LockHolder } from "../output/transaction/lock-holder.js";
import { visibly } from "../text/visible.js";
import type { CommandIo } from "./command-io.js";

/** After how many seconds a progress line does not suffice. */
const patience = 10;

/**
 * Tells, while this run waits for another one, that it does: on the progress line, and if it takes long,
 * once on standard error, with what to do.
 *
 * @param out The output folder, absolute.
 * @param io What the command sees of its process.
 * @returns Is called again and again with the seconds that have passed.
 */
export function showWaiting(
  out: string,
  io: CommandIo,
): (holder: LockHolder, seconds: number) => void {
  let isTold = false;
  return ({ owner, lock }, seconds) => {
    const who = owner === undefined ? "" : ` (process ${owner.process} on ${owner.host})`;
    io.progress(`waiting for another run${who} … ${seconds.toFixed(0)} s`);
    if (isTold || seconds < patience) return;
    isTold = true;
    io.progress("");
    io.stderr(
      visibly`waiting for another run that writes to ${shownPath(out, io.cwd)}${who}; if there is none, remove ${shownPath(lock, io.cwd)}\n`,
    );
  };
}
