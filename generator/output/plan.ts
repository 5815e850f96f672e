import { inputError, type Problem } from "../core/failure.js";
import type { WantedFile } from "../emit/output-file.js";
import { visible } from "../text/visible.js";
import { contentHash } from "./cache/content-hash.js";
import {
  readRecord,
  type FolderRecord,
  type LastRun,
  type ReadRecord,
} from "./cache/folder-record.js";
import type { FileChange, Plan } from "./change.js";
import { join, resolve } from "./disk.js";
import { inspector, type Found } from "./inspect.js";
import { createManifest, manifestPath, readManifest } from "./manifest.js";
import { comparePaths, isInnerPath } from "./output-path.js";
import { authorshipOf } from "./ownership.js";
import { foreignFile, obstacle, realFolder } from "./real-folder.js";
import { samePaths } from "./same-paths.js";
import { refuseNesting, refuseOtherDocument } from "./shared-folder.js";
import { allStrays, straysBeside } from "./strays.js";

/** What is recorded of a run, and what it may do. */
export interface PlanOptions extends LastRun {
  /** Whether to also replace and remove files that Guardsmith did not write, or that were edited. */
  readonly force?: boolean | undefined;
  /** Reads the record of the folder. */
  readonly read?: ReadRecord | undefined;
}

/**
 * Returns the changes that an output folder needs, without making them.
 *
 * @param files The files that the folder should hold, without the manifest, which is added here. Without
 *   files, there is only a manifest if edited files are kept.
 * @param outDir The output folder; it need not exist.
 * @throws {InputError} `unsafe-output-path`, `shared-output-folder` or `foreign-file`, if the changes would
 *   touch something that Guardsmith did not write.
 */
export async function planFiles(
  files: readonly WantedFile[],
  outDir: string,
  { document, force = false, read = readRecord }: PlanOptions = {},
): Promise<Plan> {
  checkPaths(files);
  const root = await realFolder(resolve(outDir));
  const record = read(root);
  const paths = files.map(({ path }) => path);
  if (!force) refuseOtherDocument(root, record, document);
  await refuseNesting(root, paths);
  const planning = new Planning(root, record, force);
  for (const file of files) planning.want(file);
  const listed = await readManifest(root);
  const known = [...paths, ...listed, ...Object.keys(record.files)];
  const strays = files.length === 0 ? allStrays(root) : straysBeside(root, known);
  planning.remove(listed, [...Object.keys(record.files), ...strays]);
  planning.writeManifest();
  return planning.plan();
}

/** Throws if a path leads out of the output folder, is that of the manifest, or occurs twice. */
function checkPaths(files: readonly WantedFile[]): void {
  const seen = new Set([manifestPath]);
  for (const { path } of files) {
    if (!isInnerPath(path) || seen.has(path)) {
      throw inputError([
        {
          code: "unsafe-output-path",
          message: `${visible(JSON.stringify(path))} cannot be the path of a generated file`,
          help: "give each file a path of its own, relative to the output folder and inside it",
        },
      ]);
    }
    seen.add(path);
  }
}

/** A plan in the making. */
class Planning {
  readonly #root: string;
  readonly #record: FolderRecord;
  readonly #force: boolean;
  readonly #inspect: (path: string) => Found;
  readonly #wanted: string[] = [];
  readonly #changes: FileChange[] = [];
  readonly #conflicts: Problem[] = [];
  readonly #kept: string[] = [];
  readonly #lost: string[] = [];
  #unchanged = 0;

  constructor(root: string, record: FolderRecord, force: boolean) {
    this.#root = root;
    this.#record = record;
    this.#force = force;
    this.#inspect = inspector(root);
  }

  /** Plans that a file gets a text. */
  want(file: WantedFile): void {
    const { path } = file;
    this.#wanted.push(path);
    if ("kept" in file) {
      this.#unchanged += 1;
      return;
    }
    const { text } = file;
    const before = this.#existing(path, text);
    if (before === undefined) return;
    switch (this.#authorship(path, before)) {
      case "own":
        break;
      case "edited":
        this.#lost.push(path);
        break;
      case "unknown":
        // An empty file can be replaced.
        if (before.toString().trim() === "") break;
        if (!this.#force) {
          this.#conflicts.push(foreignFile(join(this.#root, path)));
          return;
        }
        this.#lost.push(path);
    }
    this.#changes.push({ kind: "changed", path, before: before.toString(), after: text });
  }

  /**
   * Plans to remove the files that are not wanted.
   *
   * @param listed The files that the manifest lists. If one was edited, it stays on the list.
   * @param others Other files that Guardsmith may have written.
   */
  remove(listed: readonly string[], others: readonly string[]): void {
    const gone = samePaths(this.#root, this.#wanted);
    const onList = new Set(listed);
    for (const path of new Set([...listed, ...others])) {
      // On many systems, `Pet.ts` and `pet.ts` are the same file.
      if (gone.has(path)) continue;
      const found = this.#inspect(path);
      // Something else is at the path: it is kept.
      if (found.kind !== "file") continue;
      const isOwn = this.#authorship(path, found.bytes) === "own";
      if (!isOwn && !onList.has(path)) continue;
      if (!isOwn) (this.#force ? this.#lost : this.#kept).push(path);
      if (!isOwn && !this.#force) continue;
      this.#changes.push({ kind: "removed", path, before: found.bytes.toString() });
      gone.add(path);
    }
  }

  /** Plans that the manifest lists the files of Guardsmith. */
  writeManifest(): void {
    const owned = [...this.#wanted, ...this.#kept];
    const { path, text } = createManifest(owned);
    if (owned.length > 0) {
      const before = this.#existing(path, text);
      if (before === undefined) return;
      this.#changes.push({ kind: "changed", path, before: before.toString(), after: text });
    } else {
      const found = this.#inspect(path);
      if (found.kind !== "file") return;
      this.#changes.push({ kind: "removed", path, before: found.bytes.toString() });
    }
  }

  /** @throws {InputError} `foreign-file`, for everything that would be overwritten. */
  plan(): Plan {
    if (this.#conflicts.length > 0) throw inputError(this.#conflicts);
    return {
      root: this.#root,
      record: this.#record,
      changes: this.#changes.toSorted((a, b) => comparePaths(a.path, b.path)),
      unchanged: this.#unchanged,
      edits: { kept: this.#kept.sort(comparePaths), lost: this.#lost.sort(comparePaths) },
    };
  }

  /** Returns the content of a file that has to change, or undefined if there is nothing to replace. */
  #existing(path: string, after: string): Buffer | undefined {
    const found = this.#inspect(path);
    switch (found.kind) {
      case "absent":
        this.#changes.push({ kind: "added", path, after });
        return undefined;
      case "blocked":
        this.#conflicts.push(obstacle(found.by, found.reason));
        return undefined;
      case "file": {
        const { bytes } = found;
        const isSame = bytes.equals(Buffer.from(after));
        // Git may have changed the line ends.
        if (!isSame && (this.#force || contentHash(bytes) !== contentHash(after))) return bytes;
        this.#unchanged += 1;
        return undefined;
      }
    }
  }

  #authorship(path: string, bytes: Buffer): ReturnType<typeof authorshipOf> {
    const { files } = this.#record;
    const written = Object.hasOwn(files, path) ? files[path]?.hash : undefined;
    return authorshipOf(path, bytes, written);
  }
}
