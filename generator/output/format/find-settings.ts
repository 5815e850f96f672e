import { once } from "../../load/once.js";
import { dirname } from "../disk.js";
import type { OxfmtOptions } from "./oxfmt.js";
import { readOxfmtSettings } from "./oxfmt-settings.js";
import { oxfmtOptionsFor, prettierDefaults } from "./prettier-settings.js";
import { nearestSettings, unfitSettings } from "./settings-files.js";
import {
  missingPrettier,
  unfitPrettierSettings,
  unusableOxfmtSettings,
  unusablePrettierSettings,
} from "./unusable-settings.js";
import type { LoadPrettier, Prettier, PrettierOptions } from "./user-prettier.js";

/** The formatter of a file, and its options. */
export type FormatSettings =
  | {
      readonly by: "oxfmt";
      readonly options: OxfmtOptions;
      /** Whether all options also exist in Prettier, so that none reorders statements. */
      readonly keepsOrder: boolean;
      /** Returns the error for options that oxfmt refuses. */
      readonly refused: (reason: string) => Error;
    }
  | { readonly by: "prettier"; readonly prettier: Prettier; readonly options: PrettierOptions };

/** Finds the settings for a file by its absolute path. */
export type FindSettings = (path: string) => FormatSettings | Promise<FormatSettings>;

/**
 * Returns a finder of settings: those of oxfmt or of Prettier, whichever are nearer to a file; otherwise
 * those of EditorConfig, which only Prettier reads.
 *
 * @param outDir The output folder, absolute.
 * @returns A function that finds settings, and throws an InputError if they cannot be used.
 */
export function settingsFinder(outDir: string, loadPrettier: LoadPrettier): FindSettings {
  let prettier: Promise<Prettier | undefined> | undefined;
  const openPrettier = async (): Promise<Prettier | undefined> => {
    const found = loadPrettier(outDir);
    // Settings may have changed since an earlier call in this process.
    await found?.clearConfigCache();
    return found;
  };
  const inFolder = once((folder) => settingsOfFolder(folder, () => (prettier ??= openPrettier())));
  return async (path) => (await inFolder(dirname(path)))(path);
}

async function settingsOfFolder(
  folder: string,
  openPrettier: () => Promise<Prettier | undefined>,
): Promise<FindSettings> {
  const file = nearestSettings(folder);
  if (file === undefined) return defaultSettings;
  if (file.kind === "oxfmt") {
    const find = await readOxfmtSettings(file);
    const refused = (reason: string): Error => unusableOxfmtSettings(reason, file.path);
    return (path) => ({ by: "oxfmt", options: find(path), keepsOrder: false, refused });
  }
  const unfit = unfitSettings(folder);
  if (unfit !== undefined) throw unfitPrettierSettings(unfit.error, unfit.path);
  const prettier = await openPrettier();
  if (prettier !== undefined) return (path) => settingsOfPrettier(prettier, path);
  if (file.kind === "prettier") throw missingPrettier(file.path);
  return defaultSettings;
}

const defaultSettings: FindSettings = (path) => oxfmtSettings(prettierDefaults, path);

async function settingsOfPrettier(prettier: Prettier, path: string): Promise<FormatSettings> {
  try {
    const options = (await prettier.resolveConfig(path, { editorconfig: true })) ?? {};
    const shared = oxfmtOptionsFor(options);
    return shared === undefined
      ? { by: "prettier", prettier, options }
      : oxfmtSettings(shared, path);
  } catch (error) {
    throw unusablePrettierSettings(error, path);
  }
}

function oxfmtSettings(options: OxfmtOptions, path: string): FormatSettings {
  const refused = (reason: string): Error => unusablePrettierSettings(reason, path);
  return { by: "oxfmt", options, keepsOrder: true, refused };
}
