import { inputError } from "../core/failure.js";
import { basename, dirname, join, mkdir, realpath, rename, rm, writeFile } from "./disk.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";

/**
 * Writes a file that the user named, in one step: readers find the earlier text or the new one. Missing
 * folders are created, and a link stays a link.
 *
 * @param path The file, absolute.
 * @param text The new text.
 * @param cwd The folder that the shown path is relative to.
 * @throws {InputError} `unwritable-file`, if it cannot be written. The file is then unchanged.
 */
export async function writeTextFile(path: string, text: string, cwd: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    // In the same folder, so that the rename is atomic.
    const staged = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}`);
    try {
      await writeFile(staged, text, { flag: "wx" });
      await rename(staged, target);
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
  } catch (error) {
    if (!hasCode(error)) throw error;
    throw inputError([
      {
        code: "unwritable-file",
        message: `${shownPath(path, cwd)} cannot be written: ${error.message}`,
        help: "make its folder writable, or name another file",
      },
    ]);
  }
}
