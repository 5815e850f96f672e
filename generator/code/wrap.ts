/**
 * Wraps Markdown: the lines of a paragraph are joined and wrapped; paragraphs, list items,
 * headings, tables and code blocks stay separate.
 *
 * @param text - Markdown with `\n` line breaks.
 * @param width - The greatest length of a line; longer words stand alone on a line.
 * @returns The lines.
 */
export function wrapMarkdown(text: string, width: number): readonly string[] {
  if (isOneLine(text, width)) return [text];
  const lines: string[] = [];
  const blocks = blocksOf(text);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "verbatim") {
      lines.push(block.text);
      continue;
    }
    const next = blocks[index + 1];
    const continues = next?.kind === "paragraph" && next.marker.trim() === "";
    // At the end of a paragraph, trailing blanks are no line break, and a backslash is a backslash.
    lines.push(
      ...wrapParagraph(block, continues || block.breaks !== blankBreak ? block.breaks : "", width),
    );
  }
  return lines;
}

/** Whether a text needs no wrapping: a short line with single blanks. */
function isOneLine(text: string, width: number): boolean {
  return text !== "" && text.length <= width && !/^\s|\s\s|[^\S ]|\s$/.test(text);
}

type Block =
  /** A line that is kept: blank, code, a heading, a row of a table. */
  { readonly kind: "verbatim"; readonly text: string } | Paragraph;

/** Words that are wrapped; further lines are indented by the width of the list marker. */
interface Paragraph {
  readonly kind: "paragraph";
  readonly marker: string;
  readonly words: readonly string[];
  /** The hard line break at its end, as a backslash; empty if there is none. */
  readonly breaks: string;
}

/** Replaces two blanks at the end of a line, which editors and formatters remove. */
const blankBreak = "\\";

/**
 * A block that is kept line by line until it ends: a code block until its fence, a table until a
 * blank line.
 */
type Open = { readonly fence: string } | "table" | undefined;

function blocksOf(text: string): readonly Block[] {
  if (text === "") return [];
  const blocks: Block[] = [];
  const lines = text.split("\n");
  let open: Open;
  let isInList = false;
  for (const [index, original] of lines.entries()) {
    const line = original.trimEnd();
    const before = open;
    open = stillOpen(open, line, lines[index + 1] ?? "");
    const previous = blocks.at(-1);
    const continues = previous?.kind === "paragraph";
    if (before !== undefined || open !== undefined || isKept(line, continues)) {
      blocks.push({ kind: "verbatim", text: line });
      continue;
    }
    const paragraph = paragraphOf(original);
    const { marker } = paragraph;
    isInList = marker.trim() !== "" || (isInList && (continues || marker !== ""));
    if (marker.trim() !== "" || !continues) {
      // An indented paragraph belongs to the item of a list before it.
      blocks.push({ ...paragraph, marker: isInList ? marker : "" });
    } else if (previous.breaks !== "") {
      // After a hard line break, the paragraph continues on a new line.
      blocks.push({ ...paragraph, marker: " ".repeat(previous.marker.length) });
    } else {
      const words = [...previous.words, ...paragraph.words];
      blocks[blocks.length - 1] = { ...paragraph, marker: previous.marker, words };
    }
  }
  return blocks;
}

/**
 * Returns the block that is still open after a line. A block that was open before the line contains
 * it.
 */
function stillOpen(open: Open, line: string, next: string): Open {
  const fence = /^\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)?(```+|~~~+)/.exec(line)?.[1];
  if (open === "table") return line === "" ? undefined : open;
  if (open !== undefined) {
    return fence?.startsWith(open.fence) === true && line.trim() === fence ? undefined : open;
  }
  if (fence !== undefined) return { fence };
  return line.includes("|") && delimiterRow.test(next) ? "table" : undefined;
}

/** https://github.github.com/gfm/#delimiter-row */
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$/;

/**
 * Whether a line is kept as it is: blank, a heading, a quotation, a row of a table, HTML, a link
 * definition, a thematic break, or indented code.
 */
function isKept(line: string, continues: boolean): boolean {
  return (
    line === "" ||
    /^\s*([#|>]|<\/?[a-z]|\[[^\]]+\]:\s)/.test(line) ||
    /^ {0,3}(=+|-+|([-*_])(\s*\2){2,})$/.test(line) ||
    (!continues && /^ {4}/.test(line))
  );
}

/** A line as a paragraph, with its list marker or its indentation. */
function paragraphOf(original: string): Paragraph {
  const backslash = /(?<=^|[^\\])(?:\\\\)*(\s*\\)$/.exec(original)?.[1];
  const line = backslash === undefined ? original : original.slice(0, -backslash.length);
  const [marker = ""] = /^\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)?/.exec(line) ?? [];
  const words = wordsOf(line.slice(marker.length));
  const ofBlanks = /\S {2,}$/.test(original) ? blankBreak : "";
  // A blank and a backslash end a line of a command that continues on the next one.
  const breaks = backslash?.replace(/^\s+/, " ") ?? ofBlanks;
  return { kind: "paragraph", marker, words, breaks };
}

/**
 * Splits a line into words. A link, code or an inline tag is one word, with all that is attached to
 * it.
 */
function wordsOf(line: string): readonly string[] {
  return line.match(/(?:!?\[[^\]]*\]\([^)\s]*\)|`[^`]*`|\{@[^}]*\}|\S)+/g) ?? [];
}

/** Words that would start a list, a heading, a quotation or a table at the start of a line. */
const marksBlock = /^([-+*>#|=]+|\d{1,9}[.)])$/;

function wrapParagraph(
  { marker, words }: Paragraph,
  breaks: string,
  width: number,
): readonly string[] {
  const lines: string[] = [];
  const indentation = " ".repeat(marker.length);
  let line = marker;
  let isEmpty = true;
  for (const word of words) {
    if (!isEmpty && line.length + 1 + word.length > width && !marksBlock.test(word)) {
      lines.push(line);
      line = indentation;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, `${line}${breaks}`];
}
