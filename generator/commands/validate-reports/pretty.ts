import { count } from "../../core/count.js";
import { painter } from "../../text/paint.js";
import { visible } from "../../text/visible.js";
import type { Finding, Report, Summary } from "../../validate/finding.js";

/**
 * Reports for people: `file:line:column: /pointer: message`, one line for each issue, and one with
 * the counts at the end. Whatever the data holds, it cannot send escapes to the terminal.
 *
 * @param write Takes the text.
 * @param color Whether to colour it with ANSI escapes.
 */
export function prettyReport(write: (text: string) => void, color: boolean): Report {
  const paint = painter(color);
  return {
    begin: () => undefined,
    found: ({ name }, findings) => {
      const lines = findings.map((finding) => {
        const { line, column, pointer } = finding;
        const place = paint("bold", `${visible(name)}:${line}:${column}:`);
        const at = pointer === "" ? "" : `${paint("cyan", `${visible(pointer)}:`)} `;
        return `${place} ${at}${visible(reasonOf(finding))}\n`;
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
 * The message of a finding without the path that it begins with, for where the pointer stands.
 *
 * @param finding An issue.
 */
export function reasonOf({ expected, received, message }: Finding): string {
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
