import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterTest } from "../support/cleanup.js";

/** Makes an empty folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-test-")));
  afterTest(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder, by their paths. */
export async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/**
 * Everything below a folder: the text of every file by its path, `"→ target"` for a link and `"/"` for
 * an empty folder.
 */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of (await readdir(folder)).toSorted()) {
    const at = join(folder, name);
    const stats = await lstat(at);
    if (stats.isSymbolicLink()) {
      found[name] = `→ ${await readlink(at)}`;
    } else if (stats.isFile()) {
      found[name] = await readFile(at, "utf8");
    } else {
      const inner = Object.entries(await snapshot(at));
      if (inner.length === 0) found[name] = "/";
      for (const [path, text] of inner) found[`${name}/${path}`] = text;
    }
  }
  return found;
}
