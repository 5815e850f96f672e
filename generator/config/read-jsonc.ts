import { createScanner } from "jsonc-parser";
import type { Json } from "../core/json.js";
import type { SourceText } from "../core/source-text.js";
import { InputError } from "../core/failure.js";
import { parseJson } from "../text/parse-json.js";

/**
 * Reads JSON with comments and trailing commas.
 *
 * @returns The value.
 * @throws {InputError} If the text is not such JSON.
 */
export function readJsonWithComments(source: SourceText): Json {
  try {
    return parseJson({ ...source, text: withoutComments(source.text) });
  } catch (error) {
    // Shows the lines of the file, not of the text without comments.
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics, new Map([[source.uri, source]]));
  }
}

/** Replaces comments and trailing commas by spaces, so that offsets do not change. */
function withoutComments(text: string): string {
  const scanner = createScanner(text);
  const parts: string[] = [];
  let comma: number | undefined;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const token = text.slice(start, start + scanner.getTokenLength());
    const isComment = token.startsWith("//") || token.startsWith("/*");
    parts.push(isComment ? token.replaceAll(/[^\r\n]/g, " ") : token);
    if (isComment || token.trim() === "") continue;
    if ((token === "}" || token === "]") && comma !== undefined) parts[comma] = " ";
    comma = token === "," ? parts.length - 1 : undefined;
  }
  return parts.join("");
}
