import type { Position } from "../core/diagnostic.js";
import { lineAt, type TextLines } from "./text-lines.js";
import { visible } from "./visible.js";

/** How many lines are shown before and after the marked line. */
const context = 2;
/** The most characters of a line that are shown. */
const width = 100;

/**
 * Shows the lines around a position with a marker under it.
 *
 * Every line is cut to the same window of about 100 columns, so that a minified file stays readable.
 * Control characters are escaped.
 *
 * @param lines The lines of the text.
 * @param position The position of the marker.
 * @param length How many characters of the line to mark, at least one.
 * @returns The frame: lines joined by LF, without one at the end.
 */
export function codeFrame(lines: TextLines, position: Position, length: number): string {
  const first = Math.max(1, position.line - context);
  const last = Math.min(lines.starts.length, position.line + context);
  const digits = String(last).length;
  const from = windowStart(position.column);
  const rows: string[] = [];
  for (let line = first; line <= last; line++) {
    const text = lineAt(lines, line) ?? "";
    const number = String(line).padStart(digits);
    const here = line === position.line;
    rows.push(`${here ? ">" : " "} ${number} | ${clipped(text, from)}`.trimEnd());
    if (here) {
      rows.push(`  ${" ".repeat(digits)} | ${marker(text, from, position.column - 1, length)}`);
    }
  }
  return rows.join("\n");
}

/** Returns the first column of the window, from 0. The marked column is in its left half. */
function windowStart(column: number): number {
  return column <= (width * 3) / 4 ? 0 : column - width / 2;
}

function clipped(line: string, from: number): string {
  const before = from > 0 && line.length > 0 ? "…" : "";
  const after = line.length > from + width ? "…" : "";
  return `${before}${shown(line, from, from + width)}${after}`;
}

/** Returns `^~~~` under the marked characters, measured with escapes, which are longer. */
function marker(line: string, from: number, start: number, length: number): string {
  const end = Math.min(start + length, from + width, line.length);
  const indent = (from > 0 ? 1 : 0) + shown(line, from, start).length;
  const marked = Math.max(1, shown(line, from, end).length - shown(line, from, start).length);
  return `${" ".repeat(indent)}^${"~".repeat(marked - 1)}`;
}

function shown(line: string, from: number, to: number): string {
  return visible(
    line.slice(wholeCharacter(line, from), wholeCharacter(line, to)).replaceAll("\t", "  "),
  );
}

/** Returns the offset, or the next one if it would split a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const isPair = (line.codePointAt(offset - 1) ?? 0) > 0xffff;
  return isPair ? offset + 1 : offset;
}
