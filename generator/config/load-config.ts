import type { SourceText } from "../core/source-text.js";
import { checkConfig, checkSettings } from "./check-config.js";
import { checkFolders } from "./check-folders.js";
import { chooseJobs, severalJobs } from "./choose-jobs.js";
import { completeConfig } from "./complete-config.js";
import type { Config } from "./config.js";
import { dirname, nameOfPath, resolve } from "./disk.js";
import type { FileHook } from "./file-hook.js";
import { findConfig } from "./find-config.js";
import { findSpec } from "./find-spec.js";
import { mergeJob } from "./merge-job.js";
import { readConfig } from "./read-config.js";
import { headersOfLines } from "./header-lines.js";
import { readLicense } from "./read-license.js";
import { resolvePaths } from "./resolve-paths.js";
import type { ConfigEnvironment, JobConfig, UserConfig } from "./user-config.js";

/** Where the settings of a run come from. */
export interface LoadConfigOptions {
  /** The working directory, absolute: where the search for a config file begins. */
  readonly cwd: string;
  /** The config file, relative to the working directory. Default: the nearest one. */
  readonly file?: string | undefined;
  /** The command, for a config that is a function. Default: `generate`. */
  readonly command?: ConfigEnvironment["command"] | undefined;
  /** The jobs to load. Default: all of the config. */
  readonly jobs?: readonly string[] | undefined;
  /** Settings that override the config file; their paths are relative to the working directory. */
  readonly overrides?: Pick<
    JobConfig,
    | "spec"
    | "overlays"
    | "out"
    | "roots"
    | "target"
    | "importExtension"
    | "format"
    | "strict"
    | "maxWarnings"
  >;
  /** The headers of the requests for the document, as lines such as `Accept: application/yaml`. */
  readonly headers?: readonly string[] | undefined;
  /** Is called with every file that is read, and every path at which a config file could be. */
  readonly onFile?: FileHook | undefined;
  /** Is called with a note about a file that was found and not named: a config further up, or a document. */
  readonly onFound?: ((note: string) => void) | undefined;
}

/** The settings for one document. */
export interface Job {
  /** Its name in the config; undefined if the config has no `jobs`. */
  readonly name?: string | undefined;
  readonly config: Config;
}

/**
 * Loads the settings of a run: those of the command line override those of the config file, if there is one;
 * others have defaults.
 *
 * @param options Where the settings come from.
 * @returns At least one job, with complete settings. `out`, and local documents and overlays, are absolute paths.
 * @throws {InputError} If a config file cannot be read, a setting is unknown or wrong, the licence cannot be
 *   read, or no document is named.
 */
export function loadJobs(options: LoadConfigOptions): Promise<readonly Job[]> {
  return load(options, false);
}

/** Loads the settings of a command that needs one document, as {@link loadJobs} does. */
export async function loadConfig(options: LoadConfigOptions): Promise<Config> {
  const [job] = await load(options, true);
  return job.config;
}

async function load(
  options: LoadConfigOptions,
  isSingle: boolean,
): Promise<readonly [Job, ...Job[]]> {
  const { cwd, file, command = "generate", onFound, jobs: wanted } = options;
  const over = defined(resolvePaths(checkSettings(options.overrides), cwd));
  const read = await readSettings(options);
  const { folder, settings, source, path } = read;
  const [first, ...others] = chooseJobs(settings, wanted, source) ?? [undefined];
  if (first !== undefined && others.length > 0) {
    const names = [first, ...others];
    if (isSingle) throw severalJobs(`\`${command}\` takes`, names, source);
    if (over.spec !== undefined) throw severalJobs("a document can be named for", names, source);
    if (over.out !== undefined) throw severalJobs("`--out` can be given for", names, source);
  }
  if (file === undefined && path !== undefined && folder !== cwd) {
    onFound?.(`using ${nameOfPath(path, cwd)}`);
  }
  await checkFolders(settings, folder, source);
  const jobs: [Job, ...Job[]] = [await jobOf(first, read, over, options)];
  for (const name of others) jobs.push(await jobOf(name, read, over, options));
  return jobs;
}

/** Completes the settings of a job, or of a config without jobs. */
async function jobOf(
  name: string | undefined,
  { settings: all, source: file, folder }: Settings,
  over: JobConfig,
  { cwd, command, headers = [], onFile, onFound }: LoadConfigOptions,
): Promise<Job> {
  const { settings, source } =
    name === undefined ? { settings: all, source: file } : mergeJob(all, name, file);
  const under = resolvePaths(settings, folder);
  // `clean` reads neither a document nor a licence, so neither has to exist.
  const reads = command !== "clean";
  let spec = over.spec ?? under.spec ?? (reads ? undefined : "-");
  if (spec === undefined && name === undefined) {
    const found = await findSpec(folder, onFile);
    spec = found && resolve(folder, found);
    if (spec !== undefined) onFound?.(`using ${nameOfPath(spec, cwd)}`);
  }
  const { licenseFile } = under.package ?? {};
  if (licenseFile !== undefined && reads) {
    // Read here to report errors at the setting, and again when the package is made.
    await readLicense(licenseFile, { cwd, source, onFile });
  }
  const overridden = Object.keys(over);
  const config = completeConfig(
    { ...under, ...over, spec },
    resolve(folder, "generated", name ?? ""),
    source && { source, ...(overridden.length > 0 && { overridden }) },
  );
  if (headers.length === 0) return { name, config };
  return {
    name,
    config: { ...config, headers: [...config.headers, headersOfLines(headers, config)] },
  };
}

/** The settings of a config file. */
interface Settings {
  readonly settings: UserConfig;
  readonly source?: SourceText;
  /** The file; undefined if there is none. */
  readonly path?: string;
  /** The folder that paths in it are relative to. */
  readonly folder: string;
}

async function readSettings(options: LoadConfigOptions): Promise<Settings> {
  const { cwd, file, command = "generate", onFile } = options;
  const path = file === undefined ? await findConfig(cwd, onFile) : resolve(cwd, file);
  if (path === undefined) return { settings: {}, folder: cwd };
  const name = nameOfPath(path, cwd);
  const { value, source } = await readConfig({ path, name, environment: { command }, onFile });
  return { settings: checkConfig(value, source), source, path, folder: dirname(path) };
}

/** Returns the settings that are not undefined. */
function defined(settings: JobConfig): JobConfig {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
