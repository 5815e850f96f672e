import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import picomatch from "picomatch";
import * as v from "valibot";
import { importModule } from "../../config/disk.js";
import { dirname, relative, sep } from "../disk.js";
import type { OxfmtOptions } from "./oxfmt.js";
import type { SettingsFile } from "./settings-files.js";
import { unusableOxfmtSettings } from "./unusable-settings.js";

const globs = v.array(v.string());

const Options = v.record(v.string(), v.unknown());

const Override = v.object({
  files: globs,
  excludeFiles: v.optional(globs, []),
  options: v.optional(Options, {}),
});

const Settings = v.objectWithRest({ overrides: v.optional(v.array(Override), []) }, v.unknown());

/** Finds the options for a file by its absolute path. */
type FindOptions = (path: string) => OxfmtOptions;

/**
 * Reads settings of oxfmt: its function `format` reads neither settings files nor overrides.
 *
 * @throws {InputError} `invalid-oxfmt-config`
 * @see https://oxc.rs/docs/guide/usage/formatter/config
 */
export async function readOxfmtSettings(file: SettingsFile): Promise<FindOptions> {
  try {
    const value = file.isCode ? await defaultExportOf(file) : jsonOf(file.text);
    // `format` ignores options about which files to format.
    const { overrides, ...options } = v.parse(Settings, value);
    return (path) => {
      const inner = relative(dirname(file.path), path).split(sep).join("/");
      const matching = overrides.filter(
        ({ files, excludeFiles }) => matches(inner, files) && !matches(inner, excludeFiles),
      );
      return matching.reduce<OxfmtOptions>((all, one) => ({ ...all, ...one.options }), options);
    };
  } catch (error) {
    throw unusableOxfmtSettings(error, file.path);
  }
}

function matches(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    // A pattern without a slash matches names in any folder.
    const basename = !pattern.includes("/");
    return picomatch.isMatch(path, pattern, { dot: true, basename });
  });
}

async function defaultExportOf({ path, text }: SettingsFile): Promise<unknown> {
  const module = await importModule(path, Buffer.from(text));
  return typeof module === "object" && module !== null && "default" in module
    ? module.default
    : undefined;
}

/** Parses a JSON text with comments. */
function jsonOf(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    throw new Error(`it is not JSON: ${printParseErrorCode(first.error)} at ${first.offset}`);
  }
  return value;
}
