import type { SourceText } from "../core/source-text.js";
import { readLicense } from "./read-license.js";
import type { FileHook } from "./file-hook.js";
import { checkConfig } from "./check-config.js";
import { completeConfig } from "./complete-config.js";
import type { Config } from "./config.js";
import { dirname, nameOfPath, resolve } from "./disk.js";
import { findConfig } from "./find-config.js";
import { readConfig } from "./read-config.js";
import { headersOfLines } from "./header-lines.js";
import { resolvePaths } from "./resolve-paths.js";
import type { UserConfig } from "./user-config.js";

/** Where the settings of a run come from. */
export interface LoadConfigOptions {
  /** The working directory, absolute: where the search for a config file begins. */
  readonly cwd: string;
  /** The config file to use, relative to the working directory, in place of the nearest one. */
  readonly file?: string | undefined;
  /** Settings that win over the config file; their paths are relative to the working directory. */
  readonly overrides?: Pick<
    UserConfig,
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
  /** Is called with every file that is read, and every place at which a config file could be. */
  readonly onFile?: FileHook | undefined;
}

/**
 * Collects the settings of a run: those of the config file, if there is one, under those of the
 * command line, with defaults for the rest.
 *
 * @param options Where the settings come from.
 * @returns The settings, complete; `out`, and a `spec` and overlays that are files, are absolute paths.
 * @throws InputError when a config file cannot be read, when a setting is unknown or wrong, when
 * the licence cannot be read, or when no document is named.
 */
export async function loadConfig({
  cwd,
  file,
  overrides = {},
  headers = [],
  onFile,
}: LoadConfigOptions): Promise<Config> {
  const path = file === undefined ? await findConfig(cwd, onFile) : resolve(cwd, file);
  const folder = path === undefined ? cwd : dirname(path);
  const { settings, source } =
    path === undefined ? { settings: {}, source: undefined } : await settingsOf(path, cwd, onFile);
  const under = resolvePaths(settings, folder);
  const over = resolvePaths(checkConfig(overrides), cwd);
  const config = completeConfig(
    {
      ...under,
      spec: over.spec ?? under.spec,
      overlays: over.overlays ?? under.overlays,
      out: over.out ?? under.out,
      roots: over.roots ?? under.roots,
      target: over.target ?? under.target,
      importExtension: over.importExtension ?? under.importExtension,
      format: over.format ?? under.format,
      strict: over.strict ?? under.strict,
      maxWarnings: over.maxWarnings ?? under.maxWarnings,
    },
    resolve(folder, "generated"),
    // The command line has no text to show.
    overrides.importExtension === undefined ? source : undefined,
  );
  return {
    ...config,
    ...(headers.length > 0 && { headers: [...config.headers, headersOfLines(headers, config)] }),
    ...(source !== undefined && { source }),
  };
}

/** What a config file says, and its text. */
interface Settings {
  readonly settings: UserConfig;
  readonly source?: SourceText;
}

async function settingsOf(
  path: string,
  cwd: string,
  onFile: FileHook | undefined,
): Promise<Settings> {
  const { value, source } = await readConfig(path, nameOfPath(path, cwd), onFile);
  const settings = checkConfig(value, source);
  const { licenseFile } = settings.package ?? {};
  if (licenseFile !== undefined) {
    // It is read again when the package is made; only here is it known where it is named.
    await readLicense(resolve(dirname(path), licenseFile), { cwd, source, onFile });
  }
  return { settings, source };
}
