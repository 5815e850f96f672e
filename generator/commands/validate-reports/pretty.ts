import { count } from "../../core/count.js";
import { painter } from "../../text/paint.js";
import { visible } from "../../text/visible.js";
import type { FileIssue, Report, Summary } from "../../validate/report.js";

/**
 * Writes a report for people: one line `file:line:column: /pointer: message` for each issue, and one with
 * the counts at the end. Control characters of the data are escaped.
 *
 * @param write Receives the text.
 * @param color Whether to colour it with ANSI escapes.
 */
export function prettyReport(write: (text: string) => void, color: boolean): Report {
  const paint = painter(color);
  return {
    begin: () => undefined,
    found: ({ name }, issues) => {
      const lines = issues.map((issue) => {
        const { line, column, pointer } = issue;
        const place = paint("bold", `${visible(name)}:${line}:${column}:`);
        const at = pointer === "" ? "" : `${paint("cyan", `${visible(pointer)}:`)} `;
        return `${place} ${at}${visible(reasonOf(issue))}\n`;
      });
      write(lines.join(""));
    },
    end: () => undefined,
    done: (summary) => {
      const isWell = summary.invalid + summary.unreadable === 0;
      write(`${paint(isWell ? "green" : "red", sumUp(summary))}\n`);
    },
  };
}

/**
 * Returns the message of an issue without the path that it begins with, for use after the pointer.
 */
export function reasonOf({ expected, received, message }: FileIssue): string {
  const start = received === "undefined" ? `missing, expected ${expected}` : `expected ${expected}`;
  return message.slice(Math.max(0, message.lastIndexOf(start)));
}

/**
 * Sums up what was checked: `2 files, 51 values: 3 invalid, 5 issues`.
 *
 * @param summary The counts.
 */
function sumUp({ files, values, invalid, issues, unreadable }: Summary): string {
  const results = [
    ...(invalid === 0 ? [] : [`${invalid} invalid`, count(issues, "issue")]),
    ...(unreadable === 0 ? [] : [`${count(unreadable, "file")} not read`]),
  ];
  const result = results.length === 0 ? "all valid" : results.join(", ");
  return `${count(files, "file")}, ${count(values, "value")}: ${result}`;
}
