/** The first paragraph of a text in Markdown, on one line. */
export function firstParagraph(text: string): string {
  const [paragraph = ""] = text.trim().split(/\n\s*\n/);
  // The backslash of a hard line break would end up in the middle of the line.
  return paragraph.replace(/\\?\s*\n\s*/g, " ").replace(/\s+/g, " ");
}
