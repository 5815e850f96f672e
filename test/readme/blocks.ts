/** A piece of TypeScript in a Markdown file. */
export interface Block {
  /** The Markdown file, from the root of the project. */
  readonly file: string;
  /** The line of the file, from 1, that the text begins on. */
  readonly line: number;
  readonly text: string;
  /** What it prints, where the file shows that in a block behind it. */
  readonly output?: string;
}

/**
 * Finds the TypeScript in a Markdown file: what stands between a line of "```ts" and one of "```".
 *
 * @param file - The path of the file, for messages.
 * @param markdown - Its text.
 * @throws when a block does not end
 */
export function tsBlocks(file: string, markdown: string): readonly Block[] {
  const lines = markdown.split(/\r?\n/);
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, fence, language] = /^(`{3,})\s*(\S*)/.exec(lines[index] ?? "") ?? [];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, index + 1);
    if (end === -1) throw new Error(`${file}:${index + 1}: the block does not end`);
    const text = lines
      .slice(index + 1, end)
      .map((line) => `${line}\n`)
      .join("");
    const previous = blocks.at(-1);
    if (language === "ts") {
      blocks.push({ file, line: index + 2, text });
    } else if (language === "" && previous !== undefined && index === endOf(previous) + 2) {
      blocks[blocks.length - 1] = { ...previous, output: text };
    }
    index = end;
  }
  return blocks;
}

/** The line that a block ends on, counted from 0: that of its fence. */
function endOf({ line, text }: Block): number {
  return line - 2 + text.split("\n").length;
}

/** Where a block is, for people: `README.md:17`. */
export function placeOf({ file, line }: Block): string {
  return `${file}:${line}`;
}

/** The text of a block, with each line at the number that it has in the Markdown file. */
export function inPlace({ line, text }: Block): string {
  return "\n".repeat(line - 1) + text;
}
