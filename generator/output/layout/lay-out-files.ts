import { format, type Options } from "prettier";
import type { OutputFile } from "../../emit/output-file.js";
import type { Draft, LineSettings } from "../../emit/draft.js";
import { extname, resolve } from "../disk.js";
import { runtimeLines } from "../runtime-sources.js";
import { layOutJson } from "./json-layout.js";
import { layOutModule } from "./module-layout.js";
import { UnknownSyntaxError } from "./scanner.js";
import { openSettings, unusableSettings } from "./settings.js";

/** The kinds of files that Prettier lays out; any other is left as it is. */
const laidOut: ReadonlySet<string> = new Set([".ts", ".json", ".md"]);

/**
 * Lays out files the way Prettier does, by the settings that hold for the place at which they will
 * stand: the user's Prettier configuration and `.editorconfig`, or Prettier's defaults where there are
 * none.
 *
 * What the emitter prints is laid out here, unless the settings ask for more than how long lines are;
 * everything else, by Prettier itself.
 *
 * @param files The files, in any layout; their syntax is correct.
 * @param outDir The output folder, absolute or relative to the working directory; it need not exist.
 * @returns The files in the same order.
 * @throws InputError `invalid-prettier-config`, when the user's settings cannot be used.
 */
export async function layOutFiles(
  files: readonly Draft[],
  outDir: string,
): Promise<readonly OutputFile[]> {
  const find = await openSettings();
  return Promise.all(
    files.map(async (file): Promise<OutputFile> => {
      const { path, text } = file;
      if (file.form === "kept") return { path, text, isKept: true };
      if (!laidOut.has(extname(path))) return { path, text };
      const absolute = resolve(outDir, path);
      const settings = await find(absolute);
      if (settings.kind === "options") {
        return { path, text: await layOutByPrettier(text, absolute, settings.options) };
      }
      const known = layOutKnown(file, settings.lines);
      return {
        path,
        text: known ?? (await layOutByPrettier(text, absolute, { ...settings.lines })),
      };
    }),
  );
}

/** The layout of what the emitter prints; undefined for any other text. */
function layOutKnown({ form, path, text }: Draft, lines: LineSettings): string | undefined {
  switch (form) {
    case "module":
      return layOutKnownModule(text, lines);
    case "json":
      return layOutJson(text, path, lines);
    case "laid out":
      return isSame(runtimeLines, lines) ? text : undefined;
    default:
      return undefined;
  }
}

function layOutKnownModule(text: string, lines: LineSettings): string | undefined {
  try {
    return layOutModule(text, lines);
  } catch (error) {
    if (error instanceof UnknownSyntaxError) return undefined;
    throw error;
  }
}

function isSame(a: LineSettings, b: LineSettings): boolean {
  return a.printWidth === b.printWidth && a.tabWidth === b.tabWidth;
}

async function layOutByPrettier(text: string, path: string, options: Options): Promise<string> {
  try {
    return await format(text, { ...options, filepath: path });
  } catch (error) {
    // A syntax error is a fault of the generator; anything else comes from a setting or a plugin.
    if (error instanceof Error && error.name === "SyntaxError") throw error;
    throw unusableSettings(error, path);
  }
}
