import { bytesAt, dirname, join, relative } from "../disk.js";
import { hashOf } from "./hash.js";

/** Settings that are data, so that their text says all. */
const dataFiles = [
  ".editorconfig",
  ".prettierrc",
  ".prettierrc.json",
  ".prettierrc.yaml",
  ".prettierrc.yml",
  ".prettierrc.json5",
  ".prettierrc.toml",
  "package.json",
  "package.yaml",
];

/** Settings that are code. */
const codeFiles = [".prettierrc", "prettier.config"].flatMap((name) =>
  ["js", "ts", "mjs", "mts", "cjs", "cts"].map((extension) => `${name}.${extension}`),
);

/**
 * What the layout of the files in some folders depends on, besides Prettier itself: the settings in
 * them and in the folders around.
 *
 * @param outDir The output folder, absolute.
 * @param folders Folders in it, relative to it.
 * @returns A text that is the same as long as the settings are; undefined, where these may depend on
 *   more than their files: on plugins, shared settings or other modules.
 * @see https://prettier.io/docs/configuration
 */
export function layoutSettings(outDir: string, folders: readonly string[]): string | undefined {
  const parts: string[] = [];
  for (const folder of [...folders.map((inner) => join(outDir, inner)), ...around(outDir)]) {
    for (const name of [...dataFiles, ...codeFiles]) {
      const settings = settingsIn(join(folder, name), name);
      if (settings === undefined) continue;
      if (isOpen(settings, name)) return undefined;
      parts.push(`${relative(outDir, join(folder, name))} ${hashOf(settings)}`);
    }
  }
  return parts.join("\n");
}

/** A folder, and those around it. */
function around(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...around(parent)];
}

/** The settings in a file; undefined, where there are none. */
function settingsIn(path: string, name: string): string | undefined {
  const text = bytesAt(path)?.toString();
  if (text === undefined) return undefined;
  if (name !== "package.json") return text;
  const { prettier } = membersOf(text);
  return prettier === undefined ? undefined : JSON.stringify(prettier);
}

function membersOf(text: string): { readonly prettier?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    // Prettier will say what is wrong with it.
    return { prettier: text };
  }
}

/** Whether settings may depend on other files. */
function isOpen(settings: string, name: string): boolean {
  if (codeFiles.includes(name)) return /\b(import|require|plugins)\b/.test(settings);
  // The name of a package alone stands for settings that are shared.
  return settings.includes("plugins") || (name !== ".editorconfig" && !/[:=]/.test(settings));
}
