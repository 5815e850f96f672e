import type { UnfitFileError } from "../../config/read-file.js";
import { bytesAt, dirname, join, unfitnessOf } from "../disk.js";

/** The settings of oxfmt that are data. */
const oxfmtDataFiles = [".oxfmtrc.json", ".oxfmtrc.jsonc"];

/** The settings of oxfmt that are code. */
const oxfmtCodeFiles = ["oxfmt.config.ts"];

/** The settings of Prettier that are data. */
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

/** The settings of Prettier that are code. */
const prettierCodeFiles = [".prettierrc", "prettier.config"].flatMap((name) =>
  ["js", "ts", "mjs", "mts", "cjs", "cts"].map((extension) => `${name}.${extension}`),
);

/** A kind of settings. EditorConfig's are read by Prettier, and do not ask for it. */
export type SettingsKind = "oxfmt" | "prettier" | "editorconfig";

/** Where settings may be. */
interface SettingsFileName {
  readonly kind: SettingsKind;
  readonly name: string;
  /** Whether the settings are a module, rather than data whose text says all. */
  readonly isCode: boolean;
}

/** The files of a folder that may hold settings; of two in one folder, the first one holds. */
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
  /** Its text; of a `package.json`, only what it says to Prettier. */
  readonly text: string;
}

/** The files with settings in a folder. */
export function settingsFilesIn(folder: string): readonly SettingsFile[] {
  return fileNames.flatMap((file) => {
    const path = join(folder, file.name);
    const text = settingsIn(path, file.name);
    return text === undefined ? [] : [{ ...file, path, text }];
  });
}

/**
 * The settings that hold in a folder: the nearest ones of oxfmt or Prettier in it or around it, or else
 * the nearest `.editorconfig`.
 *
 * @param folder An absolute path; there need not be anything.
 */
export function nearestSettings(folder: string): SettingsFile | undefined {
  const files = foldersFrom(folder).flatMap(settingsFilesIn);
  return files.find(({ kind }) => kind !== "editorconfig") ?? files[0];
}

/** A file that is none to read. */
interface UnfitFile {
  readonly path: string;
  readonly error: UnfitFileError;
}

/**
 * Finds what has the name of a file with settings in a folder or around it, and is none to read. Prettier
 * would open it all the same: a pipe, a device without an end, a huge file.
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

/** A folder, and those around it. */
export function foldersFrom(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}

/** The settings in a file; undefined, where there are none. */
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

/** What a `package.json` says to Prettier. */
function memberOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null;
    if (!isObject || !("prettier" in value)) return undefined;
    return JSON.stringify(value.prettier);
  } catch {
    // Prettier does not read it either.
    return undefined;
  }
}
