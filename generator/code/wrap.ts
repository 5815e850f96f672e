/**
 * Wraps Markdown: lines of a paragraph flow together, paragraphs, list items, headings, tables and
 * code blocks stay apart.
 *
 * @param text - Markdown with `\n` line breaks.
 * @param width - The greatest length of a line, but for words that are longer.
 * @returns The lines.
 */
export function wrapMarkdown(text: string, width: number): readonly string[] {
  if (isOneLine(text, width)) return [text];
  const lines: string[] = [];
  for (const block of blocksOf(text)) {
    if (block.kind === "verbatim") lines.push(block.text);
    else lines.push(...wrapParagraph(block, width));
  }
  return lines;
}

/** Whether a text stays as it is: one line that is short enough, with single blanks in it. */
function isOneLine(text: string, width: number): boolean {
  return text !== "" && text.length <= width && !/^\s|\s\s|[^\S ]|\s$/.test(text);
}

type Block =
  /** A line that is kept: blank, code, a heading, a row of a table. */
  | { readonly kind: "verbatim"; readonly text: string }
  /** Words that flow; further lines are indented by as much as a list marker takes. */
  | {
      readonly kind: "paragraph";
      readonly marker: string;
      readonly words: readonly string[];
      /** Whether it ends with a hard line break: two blanks at the end of the line. */
      readonly breaks: boolean;
    };

function blocksOf(text: string): readonly Block[] {
  if (text === "") return [];
  const blocks: Block[] = [];
  let fence: string | undefined;
  for (const original of text.split("\n")) {
    const line = original.trimEnd();
    const fenceHere = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (fence !== undefined || fenceHere !== undefined) {
      if (fence === undefined) fence = fenceHere;
      else if (fenceHere?.startsWith(fence) === true) fence = undefined;
      blocks.push({ kind: "verbatim", text: line });
      continue;
    }
    const previous = blocks.at(-1);
    const continues = previous?.kind === "paragraph";
    if (line === "" || /^\s*([#|>]|<\/?[a-z])/.test(line) || (!continues && /^ {4}/.test(line))) {
      blocks.push({ kind: "verbatim", text: line });
      continue;
    }
    const marker = /^\s*([-+*]|\d{1,9}[.)])\s+/.exec(line)?.[0];
    const words = wordsOf(line.slice(marker?.length ?? 0));
    const breaks = /\S {2,}$/.test(original);
    if (marker === undefined && continues) {
      // After a hard line break, the paragraph goes on in lines of its own.
      const rest = { ...previous, marker: " ".repeat(previous.marker.length), words, breaks };
      if (previous.breaks) blocks.push(rest);
      else
        blocks[blocks.length - 1] = { ...previous, words: [...previous.words, ...words], breaks };
    } else {
      blocks.push({ kind: "paragraph", marker: marker ?? "", words, breaks });
    }
  }
  return blocks;
}

/** Words, where a link, code or an inline tag counts as one with what is attached to it. */
function wordsOf(line: string): readonly string[] {
  return line.match(/(?:!?\[[^\]]*\]\([^)\s]*\)|`[^`]*`|\{@[^}]*\}|\S)+/g) ?? [];
}

/** Words that would begin a list, a heading, a quotation or a table at the start of a line. */
const marksBlock = /^([-+*>#|=]+|\d{1,9}[.)])$/;

function wrapParagraph(
  { marker, words, breaks }: Extract<Block, { kind: "paragraph" }>,
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
  return [...lines, breaks ? `${line}\\` : line];
}
