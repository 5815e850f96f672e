import type { UnfitFileError } from "../../config/read-file.js";
import { bytesAt, dirname, join, unfitnessOf } from "../disk.js";

/** The settings files of oxfmt that are data. */
const oxfmtDataFiles = [".oxfmtrc.json", ".oxfmtrc.jsonc"];

/** The settings files of oxfmt that are code. */
const oxfmtCodeFiles = ["oxfmt.config.ts"];

/** The settings files of Prettier that are data. */
const prettierDataFiles = [
  ".prettierrc",
  ".prettierrc.json",
  ".prettierrc.yaml",
  ".prettierrc.yml",
  ".prettierrc.json5",
  ".prettierrc.toml",
  "package.json",
  "package.yaml",
];

/** The settings files of Prettier that are code. */
const prettierCodeFiles = [".prettierrc", "prettier.config"].flatMap((name) =>
  ["js", "ts", "mjs", "mts", "cjs", "cts"].map((extension) => `${name}.${extension}`),
);

/** A kind of settings. Prettier reads those of EditorConfig, but they do not require Prettier. */
export type SettingsKind = "oxfmt" | "prettier" | "editorconfig";

/** The name of a settings file. */
interface SettingsFileName {
  readonly kind: SettingsKind;
  readonly name: string;
  /** Whether the settings are a module, which may import others. */
  readonly isCode: boolean;
}

/** The settings files that a folder may have. If it has two, the first one applies. */
const fileNames: readonly SettingsFileName[] = [
  ...oxfmtDataFiles.map((name) => ({ kind: "oxfmt", name, isCode: false }) as const),
  ...oxfmtCodeFiles.map((name) => ({ kind: "oxfmt", name, isCode: true }) as const),
  ...prettierDataFiles.map((name) => ({ kind: "prettier", name, isCode: false }) as const),
  ...prettierCodeFiles.map((name) => ({ kind: "prettier", name, isCode: true }) as const),
  { kind: "editorconfig", name: ".editorconfig", isCode: false },
];

/** A file with settings of a formatter. */
export interface SettingsFile extends SettingsFileName {
  /** Its absolute path. */
  readonly path: string;
  /** Its text; for a `package.json`, only its `prettier` member. */
  readonly text: string;
}

/** Returns the settings files of a folder. */
export function settingsFilesIn(folder: string): readonly SettingsFile[] {
  return fileNames.flatMap((file) => {
    const path = join(folder, file.name);
    const text = settingsIn(path, file.name);
    return text === undefined ? [] : [{ ...file, path, text }];
  });
}

/**
 * Returns the settings that apply to a folder: the nearest ones of oxfmt or Prettier in it or around it;
 * otherwise the nearest `.editorconfig`.
 *
 * @param folder An absolute path; it need not exist.
 */
export function nearestSettings(folder: string): SettingsFile | undefined {
  const files = foldersFrom(folder).flatMap(settingsFilesIn);
  return files.find(({ kind }) => kind !== "editorconfig") ?? files[0];
}

/** A file that should not be read. */
interface UnfitFile {
  readonly path: string;
  readonly error: UnfitFileError;
}

/**
 * Finds a settings file in a folder or around it that should not be read: a pipe, an endless device or a
 * huge file. Prettier would open it.
 */
export function unfitSettings(folder: string): UnfitFile | undefined {
  for (const each of foldersFrom(folder)) {
    for (const { name } of fileNames) {
      const path = join(each, name);
      const error = unfitnessOf(path);
      if (error !== undefined) return { path, error };
    }
  }
  return undefined;
}

/** Returns a folder, and those around it. */
export function foldersFrom(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}

/** Returns the settings in a file, or undefined if there are none. */
function settingsIn(path: string, name: string): string | undefined {
  const text = bytesAt(path)?.toString();
  if (text === undefined) return undefined;
  switch (name) {
    case "package.json":
      return memberOf(text);
    case "package.yaml":
      return /^["']?prettier["']?\s*:/m.test(text) ? text : undefined;
    default:
      return text;
  }
}

/** Returns the `prettier` member of a `package.json`. */
function memberOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null;
    if (!isObject || !("prettier" in value)) return undefined;
    return JSON.stringify(value.prettier);
  } catch {
    // Prettier ignores it too.
    return undefined;
  }
}
