import { importOxfmt, type Oxfmt } from "../../generator/output/format/oxfmt.js";
import type { FormatOptions } from "../../generator/output/format/format-files.js";
import {
  loadUserPrettier,
  type Prettier,
  type PrettierOptions,
} from "../../generator/output/format/user-prettier.js";

/** A call of a formatter. */
export interface Call {
  readonly by: "oxfmt" | "prettier";
  /** The options, without the path of the file. */
  readonly options: PrettierOptions;
}

/** The formatters, and what they are called with. */
export interface Watched extends FormatOptions {
  readonly calls: readonly Call[];
  /** How many calls of oxfmt went on at once. */
  readonly mostAtOnce: () => number;
}

/** The formatters as they are installed, watched. */
export function watchedFormatters(): Watched {
  const calls: Call[] = [];
  let going = 0;
  let most = 0;
  const importWatched = async (): Promise<Oxfmt> => {
    const { format } = await importOxfmt();
    return {
      format: async (path, text, options) => {
        // It is called for an empty file first, to load its native part.
        if (path !== "empty.json") calls.push({ by: "oxfmt", options });
        going += 1;
        most = Math.max(most, going);
        const result = await format(path, text, options);
        going -= 1;
        return result;
      },
    };
  };
  const loadWatched = (outDir: string): Prettier | undefined => {
    const prettier = loadUserPrettier(outDir);
    return (
      prettier && {
        ...prettier,
        format: (text, { filepath, ...options }) => {
          calls.push({ by: "prettier", options });
          return prettier.format(text, { ...options, filepath });
        },
      }
    );
  };
  return {
    calls,
    mostAtOnce: () => most,
    importOxfmt: importWatched,
    loadPrettier: loadWatched,
  };
}

/** The formatters where Prettier is not installed. */
export const withoutPrettier: FormatOptions = { importOxfmt, loadPrettier: () => undefined };

/** The formatters where oxfmt cannot be loaded. */
export function withoutOxfmt(error: Error): FormatOptions {
  return {
    importOxfmt: () => Promise.resolve({ format: () => Promise.reject(error) }),
    loadPrettier: loadUserPrettier,
  };
}
