import { createScanner } from "jsonc-parser";
import type { Json } from "../core/json.js";
import type { SourceText } from "../core/source-text.js";
import { InputError } from "../core/failure.js";
import { parseJson } from "../text/parse-json.js";

/**
 * Reads JSON with comments and trailing commas.
 *
 * @returns The value.
 * @throws InputError when it is none.
 */
export function readJsonWithComments(source: SourceText): Json {
  try {
    return parseJson({ ...source, text: withoutComments(source.text) });
  } catch (error) {
    // The lines that are shown are those of the file.
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics, new Map([[source.uri, source]]));
  }
}

/** A text in which blanks stand in place of comments and trailing commas: all else keeps its place. */
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
