/** A piece of code in a Markdown file: the text between a line of "```" and the next one. */
export interface Fence {
  /** The language, and what follows it. */
  readonly info: string;
  /** The line of the file, from 1, that the text begins on. */
  readonly line: number;
  readonly text: string;
  /** The file that it is, where a line above it says so: "`src/app.ts`:". */
  readonly path?: string;
}

/** A piece of TypeScript in a Markdown file. */
export interface Block {
  /** The Markdown file, from the root of the project. */
  readonly file: string;
  /** The line of the file, from 1, that the text begins on. */
  readonly line: number;
  readonly text: string;
  /** The file that it is, where a line above it says so. */
  readonly path?: string;
  /** What it prints, where the file shows that in a block behind it. */
  readonly output?: string;
}

/**
 * Finds the pieces of code in a Markdown file.
 *
 * @param file - The path of the file, for messages.
 * @param markdown - Its text.
 * @throws when one does not end
 */
export function fencesOf(file: string, markdown: string): readonly Fence[] {
  const lines = markdown.split(/\r?\n/);
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, fence, info = ""] = /^(`{3,})\s*(.*?)\s*$/.exec(lines[index] ?? "") ?? [];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, index + 1);
    if (end === -1) throw new Error(`${file}:${index + 1}: the block does not end`);
    const text = lines
      .slice(index + 1, end)
      .map((line) => `${line}\n`)
      .join("");
    const [, path] = /^`([^`\s]+)`:$/.exec(lines[index - 2] ?? "") ?? [];
    fences.push({ info, line: index + 2, text, ...(path !== undefined && { path }) });
    index = end;
  }
  return fences;
}

/**
 * Finds the TypeScript in a Markdown file. What cannot be tested, such as code for another tool, has the
 * language `typescript` there.
 *
 * @throws when a block does not end
 */
export function tsBlocks(file: string, markdown: string): readonly Block[] {
  const fences = fencesOf(file, markdown);
  return fences.flatMap(({ info, line, text, path }, index) => {
    if (!/^ts(?: |$)/.test(info)) return [];
    const block = { file, line, text, ...(path !== undefined && { path }) };
    const next = fences[index + 1];
    const isOutput = next?.info === "" && next.line === line + text.split("\n").length + 2;
    return [isOutput ? { ...block, output: next.text } : block];
  });
}

/** Where a block is, for people: `README.md:17`. */
export function placeOf({ file, line }: Block): string {
  return `${file}:${line}`;
}

/** The file that a block is in its page's project. */
export function pathOf({ path, line }: Block): string {
  return path ?? `line-${line}.ts`;
}

/** The text of a block, with each line at the number that it has in the Markdown file. */
export function inPlace({ line, text }: Block): string {
  return "\n".repeat(line - 1) + text;
}
