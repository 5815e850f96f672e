import * as v from "valibot";
import {
  bytesAt,
  cacheFolder,
  join,
  kindAt,
  removeFile,
  replaceFile,
  sizeAt,
  versionOf,
} from "../disk.js";
import type { FileState, WantedFile } from "../../emit/output-file.js";
import { contentHash } from "./content-hash.js";
import { hashOf } from "./hash.js";
import { prune } from "./prune.js";

// The record of an output folder is in the user's cache folder, by the path of the output folder. It is not
// in the project, because a commit could then bring a wrong record.

const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const RunRecordSchema = v.object({
  generator: v.string(),
  settings: HashSchema,
  inputs: v.record(v.string(), v.nullable(HashSchema)),
  models: v.number(),
  warnings: v.record(v.string(), v.number()),
  sources: v.record(v.string(), v.string()),
});

const FolderRecordSchema = v.object({
  document: v.optional(
    v.object({ uri: v.string(), title: v.string(), models: v.array(v.string()) }),
  ),
  run: v.optional(RunRecordSchema),
  files: v.record(v.string(), v.object({ hash: HashSchema, version: v.optional(v.string()) })),
});

/** The inputs of a run, and its result. If no input has changed, the output does not change. */
export interface RunRecord {
  /** The version of Guardsmith, and those of the libraries that shape its output. */
  readonly generator: string;
  /** The hash of all settings: those of Guardsmith, and those of the format. */
  readonly settings: string;
  /**
   * The hashes of the files that were read, by path relative to the output folder; null for a file that was
   * looked for and does not exist.
   */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** How many models there are. */
  readonly models: number;
  /** How many warnings of each kind there were. */
  readonly warnings: Readonly<Record<string, number>>;
  /**
   * The hash of what a file was made from, if known, and the modules of the runtime that it imports,
   * separated by spaces; by the path of the file.
   */
  readonly sources: Readonly<Record<string, string>>;
}

/** The document that the files of a folder were made from. */
export interface DocumentRecord {
  /** A `file:` URI without symbolic links, or the URL that was requested. */
  readonly uri: string;
  readonly title: string;
  /** The names of its models. */
  readonly models: readonly string[];
}

/** The last run into an output folder. */
export interface LastRun {
  /** Undefined if the next run cannot use it. */
  readonly run?: RunRecord | undefined;
  /** Undefined if it cannot be identified, as on standard input. */
  readonly document?: DocumentRecord | undefined;
}

/** The record of an output folder. */
export interface FolderRecord extends LastRun {
  /** What Guardsmith wrote, by path relative to the folder. */
  readonly files: Readonly<Record<string, FileState>>;
}

/** Larger files are not records. */
const maxBytes = 64_000_000;

/**
 * Reads the record of an output folder.
 *
 * @param root The output folder, absolute and without symbolic links.
 * @returns The record, or an empty one if none can be read.
 */
export function readRecord(root: string): FolderRecord {
  const none = { files: {} };
  try {
    const path = pathOf(root);
    if (path === undefined || kindAt(path) !== "file" || sizeAt(path) > maxBytes) return none;
    const value: unknown = JSON.parse(bytesAt(path)?.toString() ?? "");
    const result = v.safeParse(FolderRecordSchema, value);
    return result.success ? result.output : none;
  } catch {
    return none;
  }
}

/** Reads the record of an output folder. */
export type ReadRecord = (root: string) => FolderRecord;

/** Returns a function that reads records as {@link readRecord} does, but only once until a run writes them. */
export function recordReader(): ReadRecord {
  const known = new Map<string, { readonly record: FolderRecord; readonly version: string }>();
  return (root) => {
    const version = versionOf(pathOf(root) ?? "")?.version ?? "";
    const last = known.get(root);
    if (last?.version === version) return last.record;
    const record = readRecord(root);
    known.set(root, { record, version });
    return record;
  };
}

/** What is known about the files of a run. */
export interface KnownFiles {
  /** The record before the run. */
  readonly record?: FolderRecord;
  /** The versions of the files that were put in place, by path. */
  readonly versions?: ReadonlyMap<string, string>;
}

/**
 * Saves the record of an output folder after a run, or removes it if the folder has no files. A failure is
 * ignored: the next run takes longer.
 */
export function saveRecord(
  root: string,
  files: readonly WantedFile[],
  { run, document }: LastRun,
  known: KnownFiles = {},
): void {
  const states = files.map((file) => [file.path, stateOf(file, known)] as const);
  const record: FolderRecord = { run, document, files: Object.fromEntries(states) };
  try {
    const path = pathOf(root);
    if (path === undefined) return;
    if (files.length === 0) {
      removeFile(path);
      return;
    }
    replaceFile(path, JSON.stringify(record));
    prune(path);
  } catch {
    // The cache is optional.
  }
}

function stateOf(file: WantedFile, { record, versions }: KnownFiles): FileState {
  if ("kept" in file) return file.kept;
  const hash = contentHash(file.text);
  const before = record?.files[file.path];
  const version = before?.hash === hash ? before.version : undefined;
  return { hash, version: versions?.get(file.path) ?? version };
}

function pathOf(root: string): string | undefined {
  const folder = cacheFolder();
  return folder === undefined ? undefined : join(folder, `${hashOf(root)}.json`);
}
