import type { Config } from "../../config/config.js";
import type { OutputFile } from "../../emit/output-file.js";
import { extname, join, resolve } from "../disk.js";
import { mapFew } from "./map-few.js";
import { settingsFinder, type FormatSettings } from "./find-settings.js";
import {
  formatByOxfmt,
  importOxfmt as importOwnOxfmt,
  loadOxfmt,
  type ImportOxfmt,
  type Oxfmt,
} from "./oxfmt.js";
import { withHash } from "../mark.js";
import { unusablePrettierSettings } from "./unusable-settings.js";
import { loadUserPrettier, type LoadPrettier } from "./user-prettier.js";

/** The kinds of files that are formatted; any other is left as it is. */
const formatted: ReadonlySet<string> = new Set([".ts", ".js", ".json", ".md"]);

/** Where the formatters come from, and a hook. */
export interface FormatOptions {
  readonly importOxfmt?: ImportOxfmt;
  readonly loadPrettier?: LoadPrettier;
  /** Is called with each file as soon as it is formatted. */
  readonly onFormatted?: ((file: OutputFile) => void) | undefined;
}

/**
 * Formats files by the settings that hold for the place at which they will stand: by oxfmt, or by the
 * user's own Prettier where its settings ask for what oxfmt does not have.
 *
 * @param files The files; their syntax is correct. Those that are kept stay as they are. One is asked
 *   for when it is needed, so that it can be made while others are formatted.
 * @param settings `out` is the output folder, absolute or relative to the working directory; it need
 *   not exist. With the format `none`, files stay as they were printed.
 * @returns The files in the same order, with the hash of their text in their mark.
 * @throws InputError when the user's settings cannot be used, or a formatter is not installed.
 */
export async function formatFiles(
  files: Iterable<OutputFile>,
  { out, format }: Pick<Config, "out" | "format">,
  {
    importOxfmt = importOwnOxfmt,
    loadPrettier = loadUserPrettier,
    onFormatted,
  }: FormatOptions = {},
): Promise<readonly OutputFile[]> {
  const outDir = resolve(out);
  const find = settingsFinder(outDir, loadPrettier);
  let oxfmt: Promise<Oxfmt> | undefined;
  const openOxfmt = (): Promise<Oxfmt> => (oxfmt ??= loadOxfmt(importOxfmt));
  const formatOne = async ({ path, text, isKept = false }: OutputFile): Promise<OutputFile> => {
    if (isKept) return { path, text, isKept };
    if (format === "none" || !formatted.has(extname(path))) return { path, text };
    const absolute = join(outDir, path);
    const settings = await find(absolute);
    return { path, text: await formatText({ path: absolute, text }, settings, openOxfmt) };
  };
  return mapFew(files, async (draft) => {
    const made = await formatOne(draft);
    // The hash in the mark is that of the formatted text.
    const file = made.isKept === true ? made : withHash(made);
    onFormatted?.(file);
    return file;
  });
}

async function formatText(
  { path, text }: OutputFile,
  settings: FormatSettings,
  openOxfmt: () => Promise<Oxfmt>,
): Promise<string> {
  switch (settings.by) {
    case "oxfmt":
      return formatByOxfmt(await openOxfmt(), { path, text }, settings.options, settings.refused);
    case "prettier":
      try {
        return await settings.prettier.format(text, { ...settings.options, filepath: path });
      } catch (error) {
        // A syntax error is a fault of the generator; anything else comes from a setting or a plugin.
        if (error instanceof Error && error.name === "SyntaxError") throw error;
        throw unusablePrettierSettings(error, path);
      }
  }
}
