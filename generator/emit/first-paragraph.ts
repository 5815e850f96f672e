/** The first paragraph of a text in Markdown, on one line. */
export function firstParagraph(text: string): string {
  const [paragraph = ""] = text.trim().split(/\n\s*\n/);
  // A hard line break at the end of a line would be a backslash in the middle of it.
  return paragraph.replace(/\\?\s*\n\s*/g, " ").replace(/\s+/g, " ");
}
