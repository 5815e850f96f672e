import type { Config } from "../../config/config.js";
import type { FileHook } from "../../config/file-hook.js";
import type { Surroundings } from "../../emit/layout.js";
import { bytesAt, join, resolve, textAt } from "../disk.js";
import { createManifest, manifestPath } from "../manifest.js";
import { withPlainLines } from "../mark.js";
import { realFolder } from "../real-folder.js";
import { straysBeside } from "../strays.js";
import { stateAt } from "./file-state.js";
import { readRecord, type ReadRecord, type RunRecord } from "./folder-record.js";
import { generatorVersion } from "./generator-version.js";
import { hashOf } from "./hash.js";
import { isLocal, settingsHash } from "./run-record.js";

/** A run whose output would be what is there. */
export interface UnchangedRun extends Pick<RunRecord, "models" | "warnings"> {
  /** How many files the output folder holds, the manifest included. */
  readonly files: number;
}

/**
 * Tells whether a run would only write what the output folder holds already. Nothing is parsed for
 * that: the files that the last run read, and those that it wrote, have to be the same but for line
 * ends, and so have the settings and the generator. Of those that it wrote, only those are read that
 * somebody has written to since.
 *
 * @param config The settings of the run.
 * @param surroundings What the project around the output folder asks for.
 * @param read How to read what is remembered.
 * @param onFile Is called with every file that the run would read or look for.
 * @returns What the last run found; undefined, if anything has changed, or could have.
 */
export async function findUnchanged(
  config: Config,
  surroundings: Surroundings,
  read: ReadRecord = readRecord,
  onFile?: FileHook,
): Promise<UnchangedRun | undefined> {
  const { out } = config;
  const root = await realFolder(out);
  const { run, files } = read(root);
  if (run === undefined || !isLocal(config) || hasTooManyWarnings(run, config)) return undefined;
  const paths = Object.keys(files);
  const isSame =
    run.settings === settingsHash(config, surroundings, paths) &&
    Object.entries(run.inputs).every(([path, hash]) => hashAt(resolve(out, path)) === hash) &&
    Object.entries(files).every(
      ([path, known]) => stateAt(join(root, path), known)?.hash === known.hash,
    ) &&
    (await listsExactly(root, paths)) &&
    straysBeside(root, paths).length === 0 &&
    run.generator === generatorVersion();
  if (!isSame) return undefined;
  if (onFile !== undefined) {
    for (const path of Object.keys(run.inputs)) {
      const absolute = resolve(out, path);
      onFile(absolute, bytesAt(absolute));
    }
  }
  return { models: run.models, warnings: run.warnings, files: paths.length + 1 };
}

/** Whether a run with these warnings fails by the settings. */
function hasTooManyWarnings({ warnings }: RunRecord, { strict, maxWarnings }: Config): boolean {
  const total = Object.values(warnings).reduce((sum, count) => sum + count, 0);
  return total > (strict ? 0 : (maxWarnings ?? Infinity));
}

/** Whether the manifest of an output folder is that of some files. */
async function listsExactly(root: string, paths: readonly string[]): Promise<boolean> {
  const text = await textAt(join(root, manifestPath));
  return text !== undefined && withPlainLines(text) === createManifest(paths).text;
}

/** The hash of a file; null, where there is none. */
function hashAt(path: string): string | null {
  const content = bytesAt(path);
  return content === undefined ? null : hashOf(content);
}
