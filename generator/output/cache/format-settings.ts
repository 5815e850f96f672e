import { join, relative } from "../disk.js";
import { foldersFrom, settingsFilesIn, type SettingsFile } from "../format/settings-files.js";
import { userPrettierVersion } from "../format/user-prettier.js";
import { hashOf } from "./hash.js";

/**
 * What the format of the files in some folders depends on, besides oxfmt itself: the settings in them
 * and in the folders around, and the user's Prettier, where it may be asked about them.
 *
 * @param outDir The output folder, absolute.
 * @param folders Folders in it, relative to it.
 * @returns A text that is the same as long as all that is; undefined, where settings may depend on more
 *   than their files: on plugins, shared settings or other modules.
 */
export function formatSettings(outDir: string, folders: readonly string[]): string | undefined {
  const files = [...folders.map((inner) => join(outDir, inner)), ...foldersFrom(outDir)].flatMap(
    settingsFilesIn,
  );
  if (files.some(isOpen)) return undefined;
  const parts = files.map(({ path, text }) => `${relative(outDir, path)} ${hashOf(text)}`);
  const isForPrettier = files.some(({ kind }) => kind !== "oxfmt");
  return [
    ...parts,
    ...(isForPrettier ? [`prettier ${userPrettierVersion(outDir) ?? ""}`] : []),
  ].join("\n");
}

/** Whether settings may depend on other files. */
function isOpen({ kind, isCode, text }: SettingsFile): boolean {
  if (isCode) return /\b(import|require|plugins)\b/.test(text);
  // The name of a package alone stands for settings that are shared.
  return kind === "prettier" && (text.includes("plugins") || !/[:=]/.test(text));
}
