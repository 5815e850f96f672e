import { inputError } from "../core/failure.js";
import { shownPath } from "../output/shown-path.js";
import { identityOf, readTextIfThere } from "./files.js";

/** How the files begin that may be written anew. */
const signature = "# Written by `guardsmith reconcile`";

/** The overlay file that is to be written, and the overlays that are applied before. */
export interface OverlayTarget {
  /** An absolute path. */
  readonly path: string;
  /** Whether there is such a file. */
  readonly exists: boolean;
  /** Whether the config names it. */
  readonly isApplied: boolean;
  /** What is applied to the document before samples are compared with it: all but the file itself. */
  readonly overlays: readonly string[];
}

/**
 * Looks at the file that an overlay is to be written to.
 *
 * An overlay of an earlier run is written anew, as if it were not there: so changes that are no longer
 * needed go, and those that are needed stay. It has to be the last of the overlays, because its
 * changes are found with all others applied.
 *
 * @param path The file, absolute.
 * @param overlays The overlays that are applied to the document: absolute paths, or URLs.
 * @param cwd What paths are relative to where they are shown.
 * @throws InputError `foreign-overlay`, when the file is there and no earlier run wrote it;
 *   `overlay-not-last`; or when the file cannot be read.
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
        help: "name another file, so that nothing is lost",
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
        help: "name it as the last of the overlays: its changes are found with all others applied",
      },
    ]);
  }
  return { path, exists: earlier !== undefined, isApplied, overlays: others };
}

/**
 * The text of an overlay as it stands in its file, which tells that it may be written anew.
 *
 * @param overlay The overlay, as YAML.
 */
export function signedOverlay(overlay: string): string {
  return `${signature}, which writes it anew each time: put other changes into another file.\n${overlay}`;
}
