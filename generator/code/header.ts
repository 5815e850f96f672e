/**
 * Prints the head of a module: every line as a comment, with a blank line below.
 *
 * @param text Lines that are comments already, or the text of some; false for no head.
 */
export function printHeader(text: string | false): string {
  if (text === false) return "";
  // All that ends a line in JavaScript, and so a comment.
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.every((line) => line === "") ? "" : `${lines.map(printLine).join("\n")}\n\n`;
}

function printLine(line: string): string {
  const trimmed = line.trim();
  return isComment(trimmed) ? trimmed : `// ${trimmed}`.trimEnd();
}

/** Whether a line is nothing but comments, each of which ends on it. */
function isComment(line: string): boolean {
  return /^(?:\/\*(?:(?!\*\/).)*\*\/\s*)*(?:\/\/.*)?$/.test(line) && line !== "";
}
