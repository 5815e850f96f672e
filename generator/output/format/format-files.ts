import type { Config } from "../../config/config.js";
import type { KeptFile, OutputFile, WantedFile } from "../../emit/output-file.js";
import { extname, join, resolve } from "../disk.js";
import { mapFew } from "./map-few.js";
import { settingsFinder, type FormatSettings } from "./find-settings.js";
import {
  formatByOxfmt,
  formatTogether,
  importOxfmt as importOwnOxfmt,
  loadOxfmt,
  type ImportOxfmt,
  type Oxfmt,
} from "./oxfmt.js";
import { withHash } from "../mark.js";
import { unusablePrettierSettings } from "./unusable-settings.js";
import { loadUserPrettier, type LoadPrettier } from "./user-prettier.js";

/** The extensions of the files that are formatted. */
const formatted: ReadonlySet<string> = new Set([".ts", ".js", ".json", ".md"]);

/** Where the formatters come from, and a hook. */
export interface FormatOptions {
  readonly importOxfmt?: ImportOxfmt;
  readonly loadPrettier?: LoadPrettier;
  /** Is called with files as soon as they are formatted; not with files that are kept. */
  readonly onFormatted?: ((files: readonly OutputFile[]) => void) | undefined;
}

/**
 * Formats files by the settings that apply to their paths in the output folder: with oxfmt, or with the
 * user's Prettier if its settings use something that oxfmt lacks.
 *
 * @param files The files, with correct syntax. Kept files do not change. Files are iterated when they are
 *   needed, so that they can be made while others are formatted.
 * @param settings `out` is the output folder, absolute or relative to the working directory; it need
 *   not exist. With the format `none`, files are not formatted.
 * @returns The files in the same order, with the hash of their text in their mark.
 * @throws {InputError} If the user's settings cannot be used, or a formatter is not installed.
 */
export async function formatFiles(
  files: Iterable<WantedFile>,
  { out, format }: Pick<Config, "out" | "format">,
  {
    importOxfmt = importOwnOxfmt,
    loadPrettier = loadUserPrettier,
    onFormatted,
  }: FormatOptions = {},
): Promise<readonly WantedFile[]> {
  const outDir = resolve(out);
  const find = settingsFinder(outDir, loadPrettier);
  let oxfmt: Promise<Oxfmt> | undefined;
  const openOxfmt = (): Promise<Oxfmt> => (oxfmt ??= loadOxfmt(importOxfmt));
  const formatBatch = async (batch: readonly OutputFile[]): Promise<readonly string[]> => {
    const placed = await Promise.all(
      batch.map(async ({ path: inner, text }): Promise<PlacedFile> => {
        const path = join(outDir, inner);
        return { path, text, settings: await find(path) };
      }),
    );
    const together = await formatModules(placed, openOxfmt);
    if (together !== undefined) return together;
    const texts: string[] = [];
    for (const file of placed) texts.push(await formatText(file, openOxfmt));
    return texts;
  };
  const batches = await mapFew(inBatches(files), async (batch) => {
    if ("kept" in batch) return batch;
    const [first] = batch;
    const isFormatted = format !== "none" && formatted.has(extname(first?.path ?? ""));
    const texts = isFormatted ? await formatBatch(batch) : batch.map(({ text }) => text);
    // The mark has the hash of the formatted text.
    const made = batch.map(({ path }, index) => withHash({ path, text: texts[index] ?? "" }));
    onFormatted?.(made);
    return made;
  });
  return batches.flat();
}

/** How many characters are formatted in one call. */
const batchSize = 64_000;

/** Groups consecutive files of one kind into batches. Kept files are not in batches. */
function* inBatches(files: Iterable<WantedFile>): Generator<readonly OutputFile[] | KeptFile> {
  let batch: OutputFile[] = [];
  let size = 0;
  for (const file of files) {
    const [first] = batch;
    const isOther = first !== undefined && ("kept" in file || kindOf(file) !== kindOf(first));
    if (isOther || size >= batchSize) {
      yield batch;
      batch = [];
      size = 0;
    }
    if ("kept" in file) {
      yield file;
      continue;
    }
    batch.push(file);
    size += file.text.length;
  }
  if (batch.length > 0) yield batch;
}

function kindOf({ path }: OutputFile): string {
  return path.slice(path.indexOf(".", path.lastIndexOf("/")));
}

/** A file by its absolute path, with the settings that apply to it. */
interface PlacedFile extends OutputFile {
  readonly settings: FormatSettings;
}

/** Formats modules in one call, if all settings are the same and none reorders statements. */
async function formatModules(
  files: readonly PlacedFile[],
  openOxfmt: () => Promise<Oxfmt>,
): Promise<readonly string[] | undefined> {
  const [first, second] = files;
  if (first === undefined || second === undefined || !/\.[jt]s$/.test(first.path)) return undefined;
  const { settings } = first;
  if (settings.by !== "oxfmt" || !settings.keepsOrder) return undefined;
  const wanted = JSON.stringify(settings.options);
  const areEqual = files.every(
    (each) => each.settings.by === "oxfmt" && JSON.stringify(each.settings.options) === wanted,
  );
  if (!areEqual) return undefined;
  const texts = files.map(({ text }) => text);
  return formatTogether(await openOxfmt(), first.path, texts, settings.options);
}

async function formatText(
  { path, text, settings }: PlacedFile,
  openOxfmt: () => Promise<Oxfmt>,
): Promise<string> {
  switch (settings.by) {
    case "oxfmt":
      return formatByOxfmt(await openOxfmt(), { path, text }, settings.options, settings.refused);
    case "prettier":
      try {
        return await settings.prettier.format(text, { ...settings.options, filepath: path });
      } catch (error) {
        // A syntax error is a fault of Guardsmith. Other errors come from a setting or a plugin.
        if (error instanceof Error && error.name === "SyntaxError") throw error;
        throw unusablePrettierSettings(error, path);
      }
  }
}
