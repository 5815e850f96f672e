import { codePattern } from "./paint.js";
import { escape, visible } from "./visible.js";

const styles = new RegExp(`(${codePattern()})`);

/**
 * Escapes a text for printing: no control characters remain except line feeds, tabs and our own styles, and no
 * line is a command to a log. Everything that is printed passes through this function.
 *
 * For GitHub Actions, a line is a command if it begins, after white space, with `::`, or contains `##[`;
 * Azure Pipelines looks for `##vso[` and `##[`, TeamCity for `##teamcity[`. A line of JSON keeps its value.
 *
 * @param text Whole lines.
 * @param hasStyles Whether to keep styles.
 * @see {@link https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands | Workflow commands}
 */
export function printable(text: string, hasStyles: boolean): string {
  return text
    .split("\n")
    .map((line) => printableLine(line, hasStyles))
    .join("\n");
}

function printableLine(line: string, hasStyles: boolean): string {
  // Most lines are plain ASCII and not a command.
  if (/^[ -~]*$/.test(line) && !/^\s*::|##/.test(line)) return line;
  const parts = hasStyles ? line.split(styles) : [line];
  return parts
    .map((part, index) => (index % 2 === 1 ? part : withTabs(part)))
    .join("")
    .replace(commandStart, (_, before: string) => before + escape(":"));
}

/** The first colon of a line that would be a command. Some programs ignore format characters. */
const commandStart = new RegExp(`^((?:\\s|\\p{Cf}|${codePattern()})*):(?=\\p{Cf}*:)`, "u");

function withTabs(text: string): string {
  return text.split("\t").map(visible).join("\t");
}
