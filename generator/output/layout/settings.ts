import { clearConfigCache, resolveConfig, resolveConfigFile, type Options } from "prettier";
import { inputError, type InputError } from "../../core/failure.js";
import { dirname, extname, isThere, join, resolve } from "../disk.js";
import { shownPath } from "../shown-path.js";
import type { LineSettings } from "../../emit/draft.js";

/** The settings that hold for a file: those of the lines alone, or any that Prettier has. */
export type Settings =
  | { readonly kind: "lines"; readonly lines: LineSettings }
  | { readonly kind: "options"; readonly options: Options };

/** Finds the settings for a file by its absolute path. */
export type FindSettings = (path: string) => Promise<Settings>;

/** What Prettier does without any settings. */
const defaultLines: LineSettings = { printWidth: 80, tabWidth: 2 };

/**
 * Prepares to find the settings for files: the user's Prettier configuration and `.editorconfig`.
 *
 * @throws InputError `invalid-prettier-config`, when the user's settings cannot be used.
 */
export async function openSettings(): Promise<FindSettings> {
  // Settings may have changed since an earlier call in the same process.
  await clearConfigCache();
  const folders = new Map<string, Promise<boolean>>();
  return async (path) => {
    const folder = dirname(path);
    let hasSettings = folders.get(folder);
    if (hasSettings === undefined) {
      hasSettings = hasSettingsFor(join(folder, `any${extname(path)}`));
      folders.set(folder, hasSettings);
    }
    try {
      return (await hasSettings)
        ? settingsOf((await resolveConfig(path, { editorconfig: true })) ?? {})
        : { kind: "lines", lines: defaultLines };
    } catch (error) {
      throw unusableSettings(error, path);
    }
  };
}

/** Whether there is a file with settings in the folder of a file, or around it. */
async function hasSettingsFor(path: string): Promise<boolean> {
  if ((await resolveConfigFile(path)) !== null) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (await isThere(join(folder, ".editorconfig"))) return true;
    if (folder === dirname(folder)) return false;
  }
}

/** Options that say no more than how long lines are and how far they are indented are settings of lines. */
function settingsOf(options: Options): Settings {
  const { printWidth = 80, tabWidth = 2, ...others } = options;
  const isPlain = Object.entries(others).every(
    ([name, value]) => Object.hasOwn(defaults, name) && defaults[name] === value,
  );
  const isValid = [printWidth, tabWidth].every((one) => Number.isInteger(one) && one > 0);
  return isPlain && isValid
    ? { kind: "lines", lines: { printWidth, tabWidth } }
    : { kind: "options", options };
}

/** Options with which the layout is that of the lines alone. */
const defaults: Readonly<Record<string, unknown>> = {
  arrowParens: "always",
  bracketSpacing: true,
  endOfLine: "lf",
  experimentalOperatorPosition: "end",
  experimentalTernaries: false,
  objectWrap: "preserve",
  quoteProps: "as-needed",
  semi: true,
  singleQuote: false,
  trailingComma: "all",
  useTabs: false,
};

/** Says that the user's settings cannot be used. */
export function unusableSettings(error: unknown, path: string): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return inputError([
    {
      code: "invalid-prettier-config",
      message: `the Prettier settings for ${shownPath(path)} cannot be used: ${reason.split("\n")[0] ?? ""}`,
      help: "correct the Prettier or EditorConfig settings that hold for the output folder",
    },
  ]);
}
