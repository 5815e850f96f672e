import { shownPath } from "../output/shown-path.js";
import type { LockHolder } from "../output/transaction/lock-holder.js";
import { visibly } from "../text/visible.js";
import type { CommandIo } from "./command-io.js";

/** After how many seconds the message is printed on standard error. */
const patience = 10;

/**
 * Shows on the progress line that this run waits for another one. After a while, it prints once on
 * standard error what to do.
 *
 * @param out The output folder, absolute.
 * @param io The parts of the process that the command uses.
 * @returns A function to call repeatedly with the seconds that have passed.
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
      visibly`waiting for another run that writes to ${shownPath(out, io.cwd)}${who}; if no such run exists, delete ${shownPath(lock, io.cwd)}\n`,
    );
  };
}
