import { codePattern } from "./paint.js";
import { escape, visible } from "./visible.js";

const styles = new RegExp(`(${codePattern()})`);

/**
 * Everything that is printed passes through this, whatever it holds: a terminal obeys none of it but
 * line feeds, tabs and our own styles, and a log takes no line for a command.
 *
 * GitHub Actions takes a line for a command that begins, after white space, with `::`, or that holds
 * `##[` anywhere; Azure Pipelines looks for `##vso[` and `##[`, TeamCity for `##teamcity[`. A line that is
 * JSON is still the same JSON.
 *
 * @param text Whole lines.
 * @param hasStyles Whether styles are left in it.
 * @see {@link https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands | Workflow commands}
 */
export function printable(text: string, hasStyles: boolean): string {
  return text
    .split("\n")
    .map((line) => printableLine(line, hasStyles))
    .join("\n");
}

function printableLine(line: string, hasStyles: boolean): string {
  // Most lines are plain ASCII, and no command.
  if (/^[ -~]*$/.test(line) && !/^\s*::|##/.test(line)) return line;
  const parts = hasStyles ? line.split(styles) : [line];
  return parts
    .map((part, index) => (index % 2 === 1 ? part : withTabs(part)))
    .join("")
    .replace(commandStart, (_, before: string) => before + escape(":"));
}

/** The first colon of a line that would be a command. Some programs read over format characters. */
const commandStart = new RegExp(`^((?:\\s|\\p{Cf}|${codePattern()})*):(?=\\p{Cf}*:)`, "u");

function withTabs(text: string): string {
  return text.split("\t").map(visible).join("\t");
}
