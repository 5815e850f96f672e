import { inputError } from "../core/failure.js";
import { basename, dirname, join, mkdir, realpath, rename, rm, writeFile } from "./disk.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";

/**
 * Writes a file that the user named: whoever reads it at any time finds all of the earlier text or
 * all of the new one. Folders that are not there are made, and a link stays one.
 *
 * @param path The file, absolute.
 * @param text What it is to hold.
 * @param cwd What the path is relative to where it is shown.
 * @throws InputError `unwritable-file`, when the operating system refuses. The file is then as it was.
 */
export async function writeTextFile(path: string, text: string, cwd: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    // On the same file system, so that putting it in place either happens or does not.
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
