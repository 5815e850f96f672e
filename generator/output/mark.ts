import { markWords } from "../core/generated-mark.js";
import type { OutputFile } from "../emit/output-file.js";
import { hashOf } from "./cache/hash.js";

// The mark tells two things of a file, also in a fresh clone: that Guardsmith made it, and, by a hash,
// whether it is as it was made. The hash includes the path: a copy somewhere else is not what was made.

/** What the mark of a file tells: it is as it was made; it was changed; there is no mark. */
export type MarkState = "intact" | "edited" | "none";

/** In front of the first code, there is the mark: so much of a file is looked at. */
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
 * Reads the mark of a file, wherever a merge, an editor or Git have left it.
 *
 * @param path Relative to the output folder, with `/`.
 * @param text All of the file, or the head of it.
 */
export function readMark(path: string, text: string): MarkState {
  const mark = findMark(text);
  if (mark === undefined) return "none";
  if (mark.hash === undefined) return "edited";
  const unmarked = text.slice(0, mark.start) + markWords + text.slice(mark.end);
  return mark.hash === hashIn(path, unmarked) ? "intact" : "edited";
}

/** A text as it was before Git changed its line ends. */
export function withPlainLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function hashIn(path: string, text: string): string {
  return hashOf(`${path}\n${withPlainLines(text.replace(/^\ufeff/, ""))}`).slice(0, 10);
}

interface FoundMark {
  readonly start: number;
  readonly end: number;
  /** Undefined before it is put in, or where somebody took it out. */
  readonly hash?: string | undefined;
}

/** What may stand before the mark: blank lines, `#!`, comments, `{` of JSON, and the marks of a merge. */
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
