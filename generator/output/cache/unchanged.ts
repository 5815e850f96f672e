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

/** A run that would not change the output. */
export interface UnchangedRun extends Pick<RunRecord, "models" | "warnings"> {
  /** How many files the output folder has, including the manifest. */
  readonly files: number;
}

/**
 * Checks whether a run would leave the output folder unchanged, without parsing anything: the files that the
 * last run read and wrote have to be the same except for line ends, and so do the settings and the version
 * of the generator. Written files are only read if they were modified since.
 *
 * @param config The settings of the run.
 * @param surroundings What the project around the output folder requires.
 * @param read Reads the record of the folder.
 * @param onFile Is called with every file that the run would read or look for.
 * @returns The result of the last run, or undefined if anything has or could have changed.
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

/** Returns whether a run with these warnings fails because of the settings. */
function hasTooManyWarnings({ warnings }: RunRecord, { strict, maxWarnings }: Config): boolean {
  const total = Object.values(warnings).reduce((sum, count) => sum + count, 0);
  return total > (strict ? 0 : (maxWarnings ?? Infinity));
}

/** Returns whether the manifest of an output folder lists exactly some files. */
async function listsExactly(root: string, paths: readonly string[]): Promise<boolean> {
  const text = await textAt(join(root, manifestPath));
  return text !== undefined && withPlainLines(text) === createManifest(paths).text;
}

/** Returns the hash of a file, or null if there is no file. */
function hashAt(path: string): string | null {
  const content = bytesAt(path);
  return content === undefined ? null : hashOf(content);
}
