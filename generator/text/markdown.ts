import { visible } from "./visible.js";

// Encodes texts for GitHub Flavored Markdown. Each function is for one context, which its result cannot
// leave. https://github.github.com/gfm/

/** Returns a code span. */
export function code(text: string): string {
  const shown = visible(text);
  const fence = "`".repeat(longestRun(shown) + 1);
  // Readers remove the padding. Without it, a backtick at an end would join the fence.
  const padding = shown.includes("`") || shown.trim() === "" ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/**
 * Returns a code block.
 *
 * @param lines Its lines.
 * @param language Its language: a word that is not from a document.
 */
export function codeBlock(lines: readonly string[], language: string): string {
  const shown = lines.map((line) => line.split("\t").map(visible).join("\t"));
  const fence = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** Escapes a text for a paragraph of one line, or a part of one. */
export function plain(text: string): string {
  return visible(text.trim())
    .replace(/[\\`*_[\]<>&~|$]/g, String.raw`\$&`)
    .replace(/^[#+=:-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/**
 * Encodes a line of Markdown for use inside another one. Code, emphasis and web links are kept; everything
 * else becomes text.
 */
export function inline(text: string): string {
  return visible(text).replace(pieces, (piece, escaped?: string, kept?: string) => {
    if (escaped !== undefined) return plain(escaped);
    if (kept !== undefined) return kept;
    return /[\\`[\]<>!|]/.test(piece) ? `\\${piece}` : piece;
  });
}

/** Matches an escaped character; a code span or a link; or any other character. */
const pieces =
  /\\([!-/:-@[-`{-~])|((?<!`)(`+)(?!`).*?[^`]\3(?!`)|\[[^\][\\`<!]*\]\(https?:\/\/[^\s()<>\\`|[\]]*\))|[^]/gu;

/** Returns a row of a table. Bars are escaped even in code, because they would begin the next cell. */
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
