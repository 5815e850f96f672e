import * as v from "valibot";
import { hashOf } from "./cache/hash.js";
import { join, textAt } from "./disk.js";
import type { OutputFile } from "../emit/output-file.js";
import { comparePaths, isInnerPath } from "./output-path.js";

/** Where the manifest is, relative to the output folder. */
export const manifestPath = ".guardsmith.json";

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const RunRecordSchema = v.object({
  generator: v.string(),
  settings: HashSchema,
  inputs: v.record(v.string(), v.nullable(HashSchema)),
  models: v.number(),
  warnings: v.record(v.string(), v.number()),
  sources: v.record(v.string(), v.string()),
});

const ManifestSchema = v.object({
  run: v.optional(RunRecordSchema),
  files: v.record(
    // A manifest decides what may be deleted, so that a path that leads outside is never followed.
    v.pipe(v.string(), v.check(isInnerPath)),
    HashSchema,
  ),
});

/** What a run depended on, and what came of it: if none of it has changed, nor will the output. */
export interface RunRecord {
  /** The version of Guardsmith, and those of the libraries that shape its output. */
  readonly generator: string;
  /** The hash of all settings: those of Guardsmith, and those of the format. */
  readonly settings: string;
  /**
   * The hashes of the files that were read, by path relative to the output folder; null for a file
   * that was looked for and is not there.
   */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** How many models there are. */
  readonly models: number;
  /** How many warnings of each kind there were. */
  readonly warnings: Readonly<Record<string, number>>;
  /**
   * The hash of what a file was made from, where that is known, and the modules of the runtime that it
   * imports, with blanks between them; by the path of the file.
   */
  readonly sources: Readonly<Record<string, string>>;
}

/** What the manifest of an output folder says: the files in it that Guardsmith wrote. */
export interface Manifest {
  /** The run that wrote them. */
  readonly run?: RunRecord | undefined;
  /** The SHA-256 of every file's UTF-8 bytes, in hexadecimal, by path relative to the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** A manifest as it was found. */
export interface FoundManifest extends Manifest {
  /** Whether it is cut off or garbled, so that files may be missing from it. */
  readonly isDamaged: boolean;
  readonly text: string;
}

/**
 * The manifest of a set of files, as one more file.
 *
 * @param files Every file of the output folder, in any order.
 * @param run The run that made them, where the next one is to be spared.
 * @returns The same bytes for the same files: sorted by path, without a date.
 */
export function createManifest(files: readonly OutputFile[], run?: RunRecord): OutputFile {
  const manifest: Manifest = {
    ...(run !== undefined && {
      run: { ...run, inputs: sorted(run.inputs), sources: sorted(run.sources) },
    }),
    files: sorted(Object.fromEntries(files.map(({ path, text }) => [path, hashOf(text)]))),
  };
  return { path: manifestPath, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

function sorted<T>(members: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(members).sort(([left], [right]) => comparePaths(left, right)),
  );
}

/**
 * Reads the manifest of an output folder. Of one that is cut off, or that has the marks of a merge in
 * it, the entries are taken that can be read.
 *
 * @param outDir The output folder; it need not exist.
 * @returns The manifest; one without files where there is none.
 */
export async function readManifest(outDir: string): Promise<FoundManifest> {
  const text = await textAt(join(outDir, manifestPath));
  if (text === undefined) return { files: {}, isDamaged: false, text: "" };
  const result = v.safeParse(ManifestSchema, readJson(text));
  return result.success
    ? { ...result.output, isDamaged: false, text }
    : { files: readableEntries(text), isDamaged: true, text };
}

/** The value of a JSON text; `undefined` when it is not JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The files that a text lists line by line, whatever else is in it. */
function readableEntries(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^\s*"([^"\\]+)": "([0-9a-f]{64})",?$/gm);
  return Object.fromEntries(
    [...entries].flatMap(([, path = "", hash = ""]) => (isInnerPath(path) ? [[path, hash]] : [])),
  );
}
