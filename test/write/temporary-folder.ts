import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterTest } from "../support/cleanup.js";

// For small files, calls that wait take a tenth of the time of promises.

/** Makes an empty folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "guardsmith-test-")));
  afterTest(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return Promise.resolve(folder);
}

/** Writes files below a folder, by their paths. */
export async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return Promise.resolve();
}

/**
 * Everything below a folder: the text of every file by its path, `"→ target"` for a link and `"/"` for
 * an empty folder.
 */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  return Promise.resolve(snapshotOf(folder));
}

function snapshotOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder).toSorted()) {
    const at = join(folder, name);
    const stats = lstatSync(at);
    if (stats.isSymbolicLink()) {
      found[name] = `→ ${readlinkSync(at)}`;
    } else if (stats.isFile()) {
      found[name] = readFileSync(at, "utf8");
    } else {
      const inner = Object.entries(snapshotOf(at));
      if (inner.length === 0) found[name] = "/";
      for (const [path, text] of inner) found[`${name}/${path}`] = text;
    }
  }
  return found;
}
