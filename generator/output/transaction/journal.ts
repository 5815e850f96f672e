import * as v from "valibot";
import { hashOf } from "../cache/hash.js";
import { bytesAt, join, kindAt, renameSync, writeDurably } from "../disk.js";
import { isInnerPath } from "../output-path.js";
import { removeFile, stateFolder } from "./state-folder.js";

// A journal decides which files are moved and removed, and anybody may have written it: so its paths are
// checked, and only files that still have its stamps are touched.

const StampSchema = v.nullable(v.pipe(v.string(), v.regex(/^\d+ -?\d+$/)));
const PathSchema = v.pipe(
  v.string(),
  v.check((path) => isInnerPath(path) && path.split("/")[0] !== stateFolder),
);

const JournalSchema = v.object({
  folders: v.array(PathSchema),
  steps: v.array(
    v.object({
      path: PathSchema,
      file: v.pipe(v.number(), v.integer(), v.minValue(1)),
      before: StampSchema,
      after: StampSchema,
    }),
  ),
});

/** What a run does to one file. */
export interface JournalStep {
  /** Relative to the output folder. */
  readonly path: string;
  /** The number of the file in the run: see {@link newFile} and {@link earlierFile}. */
  readonly file: number;
  /** The stamp of the file that is replaced or removed; null if there is none. */
  readonly before: string | null;
  /** The stamp of the new file; null if the file is removed. */
  readonly after: string | null;
}

/** The changes of a run, written before they begin, so that they can be undone. */
export interface Journal {
  /** The folders that the run creates, the outermost first. */
  readonly folders: readonly string[];
  readonly steps: readonly JournalStep[];
}

/** Returns where a run keeps a new file until it is put in place. */
export function newFile(runFolder: string, file: number): string {
  return join(runFolder, String(file));
}

/** Returns where a run keeps a file that it replaces or removes. */
export function earlierFile(runFolder: string, file: number): string {
  return join(runFolder, `${file}.earlier`);
}

/** Writes the journal of a run in one step. */
export function writeJournal(runFolder: string, journal: Journal): void {
  const text = JSON.stringify(journal);
  const staged = join(runFolder, "journal.staged");
  writeDurably(staged, `${text}\n${hashOf(text)}\n`);
  renameSync(staged, join(runFolder, "journal"));
}

/** Reads the journal of a run. Returns undefined if there is none, or it is damaged. */
export function readJournal(runFolder: string): Journal | undefined {
  const file = join(runFolder, "journal");
  if (kindAt(runFolder) !== "folder" || kindAt(file) !== "file") return undefined;
  const [text = "", hash, ...rest] = (bytesAt(file)?.toString() ?? "").split("\n");
  if (hash !== hashOf(text) || rest.join() !== "") return undefined;
  try {
    const result = v.safeParse(JournalSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the journal of a run, after the run was completed or undone. */
export function removeJournal(runFolder: string): void {
  removeFile(join(runFolder, "journal"));
}
