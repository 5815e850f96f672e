import type { Position } from "../core/diagnostic.js";

/** A text with the offsets of its lines. */
export interface TextLines {
  readonly text: string;
  /** The offset of the first character of each line, in UTF-16 code units. */
  readonly starts: readonly number[];
}

/**
 * Finds the lines of a text; a line ends with LF, CR LF or CR.
 *
 * @param text Any text. A byte order mark at its start is not part of the first line.
 * @returns The text with the offsets of its lines; there is at least one line.
 */
export function textLines(text: string): TextLines {
  const starts = [text.startsWith("\u{feff}") ? 1 : 0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(index + lineEnd.length);
  }
  return { text, starts };
}

/**
 * Returns the line and column of an offset.
 *
 * @param lines The lines of the text.
 * @param offset In UTF-16 code units; an offset outside the text counts as its nearest end.
 * @returns Line and column, both from 1; the column in UTF-16 code units.
 */
export function positionAt(lines: TextLines, offset: number): Position {
  const inside = Math.min(Math.max(offset, lines.starts[0] ?? 0), lines.text.length);
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines.starts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - (lines.starts[low] ?? 0) + 1 };
}

/**
 * Returns one line of a text.
 *
 * @param lines The lines of the text.
 * @param line Its number, from 1.
 * @returns The line without its line end, or undefined if there is no such line.
 */
export function lineAt({ text, starts }: TextLines, line: number): string | undefined {
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  let end = starts[line] ?? text.length;
  while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
