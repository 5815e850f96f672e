import type { Config } from "../../config/config.js";
import type { FileHook } from "../../config/file-hook.js";
import type { Surroundings } from "../../emit/layout.js";
import { bytesAt, join, resolve } from "../disk.js";
import { readManifest, type RunRecord } from "../manifest.js";
import { generatorVersion } from "./generator-version.js";
import { hashOf } from "./hash.js";
import { isLocal, settingsHash } from "./run-record.js";
import { isOwnWork } from "./trust.js";

/** A run whose output would be what is there. */
export interface UnchangedRun extends Pick<RunRecord, "models" | "warnings"> {
  /** How many files the output folder holds, the manifest included. */
  readonly files: number;
}

/**
 * Tells whether a run would only write what the output folder holds already. Nothing is parsed for
 * that: the files that the last run read, and those that it wrote, have to be the same byte by byte,
 * and so have the settings and the generator.
 *
 * @param config The settings of the run.
 * @param surroundings What the project around the output folder asks for.
 * @param onFile Is called with every file that the run would read or look for.
 * @returns What the last run found; undefined, if anything has changed, or could have.
 */
export async function findUnchanged(
  config: Config,
  surroundings: Surroundings,
  onFile?: FileHook,
): Promise<UnchangedRun | undefined> {
  const { out } = config;
  const { run, files, text } = await readManifest(out).catch(() => ({
    run: undefined,
    files: {},
    text: "",
  }));
  if (run === undefined || !isLocal(config) || hasTooManyWarnings(run, config)) return undefined;
  const paths = Object.keys(files);
  const isSame =
    run.generator === generatorVersion() &&
    run.settings === settingsHash(config, surroundings, paths) &&
    isOwnWork(text) &&
    Object.entries(run.inputs).every(([path, hash]) => hashAt(resolve(out, path)) === hash) &&
    Object.entries(files).every(([path, hash]) => hashAt(join(out, path)) === hash);
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

/** The hash of a file; null, where there is none. */
function hashAt(path: string): string | null {
  const content = bytesAt(path);
  return content === undefined ? null : hashOf(content);
}
