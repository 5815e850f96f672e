import { markText, markWords } from "../core/generated-mark.js";

/**
 * Prints the header of a module: each line as a comment, followed by a blank line. Unless it is
 * turned off, the header says that the module is generated.
 *
 * @param text Lines that are comments, or become comments; false for no header.
 */
export function printHeader(text: string | false): string {
  if (text === false) return "";
  const own = text.includes(markWords) ? text : `${text.trim()}\n${markText}`;
  // All characters that end a line, and thus a comment, in JavaScript.
  const lines = own.trim().split(/\r\n|[\n\r\u2028\u2029]/);
  return `${lines.map(printLine).join("\n")}\n\n`;
}

function printLine(line: string): string {
  const trimmed = line.trim();
  return isComment(trimmed) ? trimmed : `// ${trimmed}`.trimEnd();
}

/** Whether a line consists of comments that all end on it. */
function isComment(line: string): boolean {
  return /^(?:\/\*(?:(?!\*\/).)*\*\/\s*)*(?:\/\/.*)?$/.test(line) && line !== "";
}
