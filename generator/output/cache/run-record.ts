import { hasHooks, type Config } from "../../config/config.js";
import type { Surroundings } from "../../emit/layout.js";
import { dirname, isAbsolute, pathOfUri, realpath, relative, sep, uriOfPath } from "../disk.js";
import type { DocumentRecord, RunRecord } from "./folder-record.js";
import { formatSettings } from "./format-settings.js";
import { generatorVersion } from "./generator-version.js";
import { hashOf } from "./hash.js";

/** The hashes of the files that a run has read, by absolute path; null for files that do not exist. */
export type Inputs = ReadonlyMap<string, string | null>;

/** The result of a run. */
export type RunResult = Pick<RunRecord, "models" | "warnings" | "sources">;

/**
 * Returns the record of a run, for the next one.
 *
 * @param files The paths of the files that it made, relative to the output folder.
 * @returns The record, or undefined if the run depended on more than local files.
 */
export function recordOf(
  config: Config,
  surroundings: Surroundings,
  inputs: Inputs,
  files: readonly string[],
  result: RunResult,
): RunRecord | undefined {
  const settings = settingsHash(config, surroundings, files);
  if (settings === undefined || !isLocal(config)) return undefined;
  return {
    generator: generatorVersion(),
    settings,
    inputs: Object.fromEntries(
      [...inputs].map(([path, hash]) => [fromFolder(config.out, path), hash]),
    ),
    ...result,
  };
}

/**
 * Returns the record of the document, by which the next run recognises another document.
 *
 * @param title Its title.
 * @param models The names of its models.
 * @returns The record, or undefined if the document comes from standard input.
 */
export async function documentRecordOf(
  { spec }: Config,
  title: string,
  models: readonly string[],
): Promise<DocumentRecord | undefined> {
  if (spec === "-") return undefined;
  const path = isAbsolute(spec) ? spec : spec.startsWith("file:") ? pathOfUri(spec) : undefined;
  const uri = path === undefined ? spec : uriOfPath(await realpath(path).catch(() => path));
  return { uri, title, models };
}

/** Returns whether a run reads only local files. */
export function isLocal({ spec, overlays, references }: Config): boolean {
  const isFile = (input: string): boolean => isAbsolute(input) || input.startsWith("file:");
  return [spec, ...overlays].every(isFile) && references.origins.length === 0;
}

/**
 * Returns the hash of the settings of a run: those of Guardsmith, with paths relative to the output folder;
 * what the project around it requires; and the settings of the formatter.
 *
 * @returns The hash, or undefined if the settings may depend on more than their files.
 */
export function settingsHash(
  config: Config,
  { importExtension, needsModuleType }: Surroundings,
  files: readonly string[],
): string | undefined {
  if (hasHooks(config)) return undefined;
  const folders = [...new Set(files.map((file) => dirname(file)))].filter((one) => one !== ".");
  const format = config.format === "none" ? "" : formatSettings(config.out, folders.sort());
  if (format === undefined) return undefined;
  const { spec, overlays, references, package: settings } = config;
  const { licenseFile } = settings;
  const fromOut = (path: string): string =>
    isAbsolute(path) ? fromFolder(config.out, path) : path;
  const own = {
    ...config,
    importExtension,
    needsModuleType,
    spec: fromOut(spec),
    overlays: overlays.map(fromOut),
    references: { ...references, root: references.root && fromOut(references.root) },
    package: { ...settings, licenseFile: licenseFile && fromOut(licenseFile) },
    // These do not change the output of a successful run.
    strict: undefined,
    maxWarnings: undefined,
    // The text of the config file adds nothing to the settings.
    source: undefined,
    out: undefined,
  };
  return hashOf(`${JSON.stringify(own)}\n${format}`);
}

/** Returns a path relative to a folder, with `/`. */
function fromFolder(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
