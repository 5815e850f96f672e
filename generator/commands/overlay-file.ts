import { inputError } from "../core/failure.js";
import { shownPath } from "../output/shown-path.js";
import { identityOf, readTextIfThere } from "./files.js";

/** The beginning of the files that may be replaced. */
const signature = "# Written by `guardsmith reconcile`";

/** The overlay file to write, and the overlays that are applied before it. */
export interface OverlayTarget {
  /** An absolute path. */
  readonly path: string;
  /** Whether the file exists. */
  readonly exists: boolean;
  /** Whether the config names it. */
  readonly isApplied: boolean;
  /** The overlays that are applied before samples are compared: all except the file itself. */
  readonly overlays: readonly string[];
}

/**
 * Checks the file that an overlay is to be written to.
 *
 * An overlay of an earlier run is not applied, and is replaced: so changes that are no longer needed are
 * dropped. It has to be the last of the overlays, because its changes are found with all others applied.
 *
 * @param path The file, absolute.
 * @param overlays The overlays that are applied to the document: absolute paths, or URLs.
 * @param cwd The folder that shown paths are relative to.
 * @throws {InputError} `foreign-overlay`, if the file exists and no earlier run wrote it;
 *   `overlay-not-last`; or if the file cannot be read.
 */
export async function overlayTarget(
  path: string,
  overlays: readonly string[],
  cwd: string,
): Promise<OverlayTarget> {
  const name = shownPath(path, cwd);
  const earlier = await readTextIfThere(path, name);
  if (earlier !== undefined && !earlier.startsWith(signature)) {
    throw inputError([
      {
        code: "foreign-overlay",
        message: `${name} was not written by \`guardsmith reconcile\``,
        help: "name another file: this one would be overwritten",
      },
    ]);
  }
  const own = await identityOf(path);
  const identities = await Promise.all(overlays.map(identityOf));
  const others = overlays.filter((_, index) => identities[index] !== own);
  const isApplied = others.length < overlays.length;
  if (isApplied && identities.at(-1) !== own) {
    throw inputError([
      {
        code: "overlay-not-last",
        message: `other overlays are applied after ${name}`,
        help: "make it the last of the overlays: its changes are found with all others applied",
      },
    ]);
  }
  return { path, exists: earlier !== undefined, isApplied, overlays: others };
}

/**
 * Returns the text of an overlay file, with a first line by which later runs know that they may replace it.
 *
 * @param overlay The overlay, as YAML.
 */
export function signedOverlay(overlay: string): string {
  return `${signature}, which replaces it each time: put other changes into another file.\n${overlay}`;
}
