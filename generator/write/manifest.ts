import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { inputError } from "../diagnostics/failure.js";
import { hasCode } from "./system-error.js";
import { comparePaths, isInnerPath } from "./output-path.js";
import { shownPath } from "./shown-path.js";
import type { OutputFile } from "./output-file.js";

/** Where the manifest is, relative to the output folder. */
export const manifestPath = ".guardsmith.json";

/** What the manifest of an output folder says: the files in it that Guardsmith wrote. */
export interface Manifest {
  /** The SHA-256 of every file's UTF-8 bytes, in hexadecimal, by path relative to the folder. */
  readonly files: Readonly<Record<string, string>>;
}

const ManifestSchema = v.object({
  files: v.record(
    // A manifest decides what may be deleted, so that a path that leads outside is never followed.
    v.pipe(v.string(), v.check(isInnerPath)),
    v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  ),
});

/**
 * The manifest of a set of files, as one more file.
 *
 * @param files Every file of the output folder, in any order.
 * @returns The same bytes for the same files: sorted by path, without a date or a version.
 */
export function createManifest(files: readonly OutputFile[]): OutputFile {
  const manifest: Manifest = {
    files: Object.fromEntries(
      files
        .toSorted((a, b) => comparePaths(a.path, b.path))
        .map(({ path, text }) => [path, createHash("sha256").update(text, "utf8").digest("hex")]),
    ),
  };
  return { path: manifestPath, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/**
 * Reads the manifest of an output folder.
 *
 * @param outDir The output folder; it need not exist.
 * @returns The manifest; one without files where there is none.
 * @throws InputError `corrupt-manifest`, when the file is not a manifest: what Guardsmith may
 * replace or remove is then unknown.
 */
export async function readManifest(outDir: string): Promise<Manifest> {
  const file = join(outDir, manifestPath);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return { files: {} };
    throw error;
  }
  const result = v.safeParse(ManifestSchema, readJson(text));
  if (result.success) return result.output;
  throw inputError([
    {
      code: "corrupt-manifest",
      message: `${shownPath(file)} is not a list of the files that Guardsmith wrote`,
      help: "restore it from version control, or delete it together with the files that were generated, and run the command again",
    },
  ]);
}

/** The value of a JSON text; `undefined` when it is not JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
