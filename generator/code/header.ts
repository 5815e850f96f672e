import { markText, markWords } from "../core/generated-mark.js";

/**
 * Prints the head of a module: every line as a comment, with a blank line below. Unless there is none,
 * it says that the module is generated.
 *
 * @param text Lines that are comments already, or the text of some; false for no head.
 */
export function printHeader(text: string | false): string {
  if (text === false) return "";
  const own = text.includes(markWords) ? text : `${text.trim()}\n${markText}`;
  // All that ends a line in JavaScript, and so a comment.
  const lines = own.trim().split(/\r\n|[\n\r\u2028\u2029]/);
  return `${lines.map(printLine).join("\n")}\n\n`;
}

function printLine(line: string): string {
  const trimmed = line.trim();
  return isComment(trimmed) ? trimmed : `// ${trimmed}`.trimEnd();
}

/** Whether a line is nothing but comments, each of which ends on it. */
function isComment(line: string): boolean {
  return /^(?:\/\*(?:(?!\*\/).)*\*\/\s*)*(?:\/\/.*)?$/.test(line) && line !== "";
}
