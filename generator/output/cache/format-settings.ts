import { join, relative } from "../disk.js";
import { foldersFrom, settingsFilesIn, type SettingsFile } from "../format/settings-files.js";
import { userPrettierVersion } from "../format/user-prettier.js";
import { hashOf } from "./hash.js";

/**
 * Returns what the format of the files in some folders depends on, besides oxfmt itself: the settings in
 * these folders and those around them, and the user's Prettier, if it may read them.
 *
 * @param outDir The output folder, absolute.
 * @param folders Folders in it, relative to it.
 * @returns A text that changes if any of it changes. Undefined if settings may depend on more than their
 *   files: on plugins, shared settings or other modules.
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

/** Returns whether settings may depend on other files. */
function isOpen({ kind, isCode, text }: SettingsFile): boolean {
  if (isCode) return /\b(import|require|plugins)\b/.test(text);
  // A text that is only the name of a package refers to shared settings.
  return kind === "prettier" && (text.includes("plugins") || !/[:=]/.test(text));
}
