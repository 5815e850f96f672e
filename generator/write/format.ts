import { extname, resolve } from "node:path";
import { clearConfigCache, format, resolveConfig, type Options } from "prettier";
import { inputError, type InputError } from "../diagnostics/failure.js";
import type { OutputFile } from "./output-file.js";
import { shownPath } from "./shown-path.js";

/** The kinds of files that Prettier lays out; any other is left as it is. */
const laidOut: ReadonlySet<string> = new Set([".ts", ".json", ".md"]);

/**
 * Lays out files with Prettier, by the settings that hold for the place at which they will stand:
 * the user's Prettier configuration and `.editorconfig`, or Prettier's defaults where there are none.
 *
 * @param files The files, in any layout; their syntax is correct.
 * @param outDir The output folder, absolute or relative to the working directory; it need not exist.
 * @returns The files in the same order.
 * @throws InputError `invalid-prettier-config`, when the user's settings cannot be used.
 */
export async function formatFiles(
  files: readonly OutputFile[],
  outDir: string,
): Promise<readonly OutputFile[]> {
  // Settings may have changed since an earlier call in the same process.
  await clearConfigCache();
  return Promise.all(
    files.map(async ({ path, text }) =>
      laidOut.has(extname(path))
        ? { path, text: await layOut(text, resolve(outDir, path)) }
        : { path, text },
    ),
  );
}

async function layOut(text: string, filepath: string): Promise<string> {
  let settings: Options | null;
  try {
    settings = await resolveConfig(filepath, { editorconfig: true });
  } catch (error) {
    throw unusable(error, filepath);
  }
  try {
    return await format(text, { ...settings, filepath });
  } catch (error) {
    // A syntax error is a fault of the generator; anything else comes from a setting or a plugin.
    if (error instanceof Error && error.name === "SyntaxError") throw error;
    throw unusable(error, filepath);
  }
}

function unusable(error: unknown, filepath: string): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return inputError([
    {
      code: "invalid-prettier-config",
      message: `the Prettier settings for ${shownPath(filepath)} cannot be used: ${reason.split("\n")[0] ?? ""}`,
      help: "correct the Prettier or EditorConfig settings that hold for the output folder",
    },
  ]);
}
