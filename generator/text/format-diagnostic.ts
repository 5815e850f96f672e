import type { LocatedDiagnostic, LocatedPlace, Severity } from "../core/diagnostic.js";
import { painter, type Paint, type Style } from "./paint.js";
import { visible } from "./visible.js";

/** How diagnostics are printed. */
export interface FormatOptions {
  /** Whether to colour the text with ANSI escapes. */
  readonly color: boolean;
}

const severityStyles: Readonly<Record<Severity, readonly Style[]>> = {
  error: ["bold", "red"],
  warning: ["bold", "yellow"],
};

/**
 * Formats a diagnostic for a terminal: place, severity, message and code on the first line, then the lines of
 * the file, the JSON pointer, related places, and the help.
 *
 * @param located The diagnostic with its position, as `locate` returns it.
 * @param options Whether to use colours.
 * @returns Lines joined by LF, without one at the end. Control characters in the message are escaped.
 */
export function formatDiagnostic(located: LocatedDiagnostic, options: FormatOptions): string {
  const paint = painter(options.color);
  const { severity, code, frame, place, help } = located;
  const rows = [
    `${heading(located, paint)}${paint(severityStyles[severity], `${severity}:`)} ` +
      `${visible(located.message)} ${paint("dim", `(${code})`)}`,
  ];
  if (frame !== undefined) rows.push(...paintedFrame(frame, severityStyles[severity], paint));
  if (place !== undefined && place.pointer !== "") {
    rows.push(paint("dim", `  at ${visible(place.pointer)}`));
  }
  for (const other of located.related ?? []) {
    rows.push(`  ${paint("cyan", "see:")} ${heading(other, paint)}${visible(other.message)}`);
  }
  if (help !== undefined) rows.push(`  ${paint("cyan", "help:")} ${visible(help)}`);
  return rows.join("\n");
}

function heading(
  { file, position }: Pick<LocatedPlace, "file" | "position">,
  paint: Paint,
): string {
  if (file === undefined) return "";
  const where = position === undefined ? "" : `:${position.line}:${position.column}`;
  return `${paint("bold", `${visible(file)}${where}:`)} `;
}

/** Colours a frame: the marked line starts with `>`, and the marker is on the next line. */
function paintedFrame(frame: string, mark: readonly Style[], paint: Paint): readonly string[] {
  const rows = frame.split("\n");
  return rows.map((row, index) => {
    if (row.startsWith(">")) return row;
    return paint(rows[index - 1]?.startsWith(">") === true ? mark : "dim", row);
  });
}
