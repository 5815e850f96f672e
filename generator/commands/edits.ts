import { count } from "../core/count.js";
import { shownPath } from "../output/shown-path.js";
import type { CommandIo } from "./command-io.js";
import { absolutePath } from "./files.js";

/** How many files a message names. */
const mostNamed = 10;

/**
 * Reports files that are kept although they are no longer generated.
 *
 * @param paths The files, relative to the output folder.
 * @param out The output folder, absolute.
 */
export function reportKept(paths: readonly string[], out: string, io: CommandIo): void {
  if (paths.length === 0) return;
  const them = paths.length === 1 ? "it" : "them";
  io.stderr(
    `kept ${named(paths, out, io)}: no longer generated, and not as Guardsmith wrote ${them}; ` +
      `delete ${them}, or run with --force\n`,
  );
}

/** Reports files with edits that a run has replaced or removed. */
export function reportLost(paths: readonly string[], out: string, io: CommandIo): void {
  if (paths.length === 0) return;
  io.stderr(
    `replaced or removed ${count(paths.length, "file")} with edits: ${named(paths, out, io)}\n`,
  );
}

function named(paths: readonly string[], out: string, { cwd }: CommandIo): string {
  const shown = paths.slice(0, mostNamed).map((path) => shownPath(absolutePath(path, out), cwd));
  const others = paths.length - shown.length;
  return shown.join(", ") + (others > 0 ? ` and ${others} more` : "");
}
