import type { SourceText } from "../core/source-text.js";
import { inputError } from "../core/failure.js";

/** The URI and the name of a text. */
export type Origin = Pick<SourceText, "uri" | "name">;

/**
 * Returns the source of a text.
 *
 * @param origin Its URI and name.
 * @param text The text, without a byte order mark.
 * @param path The path with the extension. Default: the name.
 * @returns The source. The format follows from the extension `.json`, `.yaml` or `.yml`; without one,
 *   a text that starts with `{` or `[` is JSON.
 * @throws {InputError} If the text is empty.
 */
export function sourceText(origin: Origin, text: string, path: string = origin.name): SourceText {
  if (text.trim() === "") {
    const help = "check that it is the right file, and that it was saved";
    throw inputError([{ code: "empty-file", message: `${origin.name} is empty`, help }]);
  }
  const format = formatByExtension(path) ?? formatByExtension(origin.uri) ?? formatByContent(text);
  return { ...origin, text, format };
}

function formatByExtension(path: string): SourceText["format"] | undefined {
  if (/\.jsonc?$/i.test(path)) return "json";
  return /\.ya?ml$/i.test(path) ? "yaml" : undefined;
}

function formatByContent(text: string): SourceText["format"] {
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
}
