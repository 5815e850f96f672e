import { markWords } from "../core/generated-mark.js";
import type { OutputFile } from "../emit/output-file.js";
import { hashOf } from "./cache/hash.js";

// The mark of a file says that Guardsmith made it and, by a hash, whether it was edited since, even in a
// fresh clone. The hash includes the path, so that a copy at another path does not count as generated.

/** The state of a file by its mark: unchanged, edited, or without a mark. */
export type MarkState = "intact" | "edited" | "none";

/** The mark is before any code: only this many characters are searched. */
export const headSize = 65_536;

/** Puts the hash of a file into its mark, if it has one. */
export function withHash(file: OutputFile): OutputFile {
  const { path, text } = file;
  const mark = findMark(text);
  if (mark === undefined) return file;
  const before = text.slice(0, mark.start) + markWords;
  const after = text.slice(mark.end);
  return { ...file, text: `${before} (${hashIn(path, before + after)})${after}` };
}

/**
 * Reads the mark of a file, even if a merge, an editor or Git has moved it.
 *
 * @param path Relative to the output folder, with `/`.
 * @param text The file, or its beginning.
 */
export function readMark(path: string, text: string): MarkState {
  const mark = findMark(text);
  if (mark === undefined) return "none";
  if (mark.hash === undefined) return "edited";
  const unmarked = text.slice(0, mark.start) + markWords + text.slice(mark.end);
  return mark.hash === hashIn(path, unmarked) ? "intact" : "edited";
}

/** Returns a text with the line ends before Git changed them. */
export function withPlainLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function hashIn(path: string, text: string): string {
  return hashOf(`${path}\n${withPlainLines(text.replace(/^\ufeff/, ""))}`).slice(0, 10);
}

interface FoundMark {
  readonly start: number;
  readonly end: number;
  /** Undefined before it is added, or if somebody removed it. */
  readonly hash?: string | undefined;
}

/** What may come before the mark: blank lines, `#!`, comments, `{` of JSON, and conflict markers. */
const beforeMark = /^\s*(?:$|#!|\/\/|\/\*|<!--|\{|<{7}|={7}|>{7}|\|{7})/;
const comment = /^\s*(?:\/\/|\/\*|<!--|\{?\s*"\/\/":)/;
const mark = new RegExp(String.raw`${markWords}(?: \(([0-9a-f]{10})\))?`);

function findMark(text: string): FoundMark | undefined {
  let start = text.startsWith("\ufeff") ? 1 : 0;
  while (start < text.length && start < headSize) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    // A line without an end may be very long.
    const line = text.slice(start, Math.min(end, start + headSize));
    const found = comment.test(line) ? mark.exec(line) : null;
    if (found !== null) {
      const from = start + found.index;
      return { start: from, end: from + found[0].length, hash: found[1] };
    }
    if (!beforeMark.test(line)) return undefined;
    start = end + 1;
  }
  return undefined;
}
