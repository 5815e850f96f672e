import type { Goal, Section } from "./section.js";

/** A section as text of fixed width, for a terminal. */
export function printed({ title, columns, rows, goals }: Section): string {
  const table = [columns, ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? "").length)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0))
      .join("  ")
      .trimEnd(),
  );
  const goalLines = goals.length > 0 ? ["", ...goals.map(line)] : [];
  return `${[title, "", ...lines, ...goalLines].join("\n")}\n`;
}

/** A section in Markdown; the layout of the table is left to Prettier. */
export function markdownOf({ title, about, columns, rows, goals }: Section): string {
  const alignment = columns.map((_, column) => (column === 0 ? ":--" : "--:"));
  const table = [columns, alignment, ...rows].map((row) => `| ${row.map(escape).join(" | ")} |`);
  const goalLines = goals.map((goal) => `- ${line(goal)}`);
  return [`## ${title}`, about, table.join("\n"), goalLines.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

function line({ text, measured, isMet }: Goal): string {
  return `${isMet ? "met" : "not met"}: ${text} (${measured})`;
}

/** Names are at the left, numbers at the right. */
function pad(cell: string, width: number, isName: boolean): string {
  return isName ? cell.padEnd(width) : cell.padStart(width);
}

function escape(cell: string): string {
  return cell.replaceAll("|", "\\|").replaceAll("\n", " ");
}
