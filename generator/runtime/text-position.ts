/** A position in a text. Both numbers count from 1, the column in UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The position of an offset in a text. A line ends with LF, CR LF or CR, as in editors.
 *
 * @param firstLine - The number of the first line of the text.
 */
export function positionIn(text: string, offset: number, firstLine: number): TextPosition {
  let line = firstLine;
  let start = 0;
  for (let at = 0; at < offset; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) {
      line += 1;
      start = at + 1;
    }
  }
  return { line, column: offset - start + 1 };
}

/** A position in a message. */
export function printPosition({ line, column }: TextPosition): string {
  return `line ${line}, column ${column}`;
}
