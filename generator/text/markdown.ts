import { visible } from "./visible.js";

// Texts in GitHub Flavored Markdown: each function encodes for one place, and what it returns cannot
// leave that place. https://github.github.com/gfm/

/** A code span, in which nothing but its own end means anything. */
export function code(text: string): string {
  const shown = visible(text);
  const fence = "`".repeat(longestRun(shown) + 1);
  // Blanks around it are taken off; without them, a backtick at an end would join the fence.
  const padding = shown.includes("`") || shown.trim() === "" ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/**
 * A code block.
 *
 * @param lines Its lines.
 * @param language What it is: a word of ours.
 */
export function codeBlock(lines: readonly string[], language: string): string {
  const shown = lines.map((line) => line.split("\t").map(visible).join("\t"));
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** A text in which no character has a meaning: a paragraph of one line, or a part of one. */
export function plain(text: string): string {
  return visible(text.trim())
    .replace(/[\\`*_[\]<>&~|$]/g, String.raw`\$&`)
    .replace(/^[#+=:-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/**
 * A line of Markdown inside of another one: its code, its emphasis and its links to the web stay, and
 * anything else is text.
 */
export function inline(text: string): string {
  return visible(text).replace(pieces, (piece, escaped?: string, kept?: string) => {
    if (escaped !== undefined) return plain(escaped);
    if (kept !== undefined) return kept;
    return /[\\`[\]<>!|]/.test(piece) ? `\\${piece}` : piece;
  });
}

/** An escaped character; a code span or a link; or any other character. */
const pieces =
  /\\([!-/:-@[-`{-~])|((?<!`)(`+)(?!`).*?[^`]\3(?!`)|\[[^\][\\`<!]*\]\(https?:\/\/[^\s()<>\\`|[\]]*\))|[^]/gu;

/** A row of a table; even in code, a bar would begin the next cell. */
export function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => escapeBars(String(cell))).join(" | ")} |`;
}

function escapeBars(cell: string): string {
  return cell.replace(/(\\*)\|/g, (bar, slashes: string) =>
    slashes.length % 2 === 1 ? bar : `${slashes}\\|`,
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
