import { visible } from "../../text/visible.js";
import type { DiffReport } from "./report.js";

/**
 * Returns the differences for programs, as `diff.schema.json` describes them. Nothing is shortened. Control
 * characters are escaped.
 *
 * @param report The report.
 * @returns A {@link DiffReport}, as text that ends with LF.
 */
export function jsonReport(report: DiffReport): string {
  const { verdict, counts, changes, meaning, documentation } = report;
  const value: DiffReport = { verdict, counts, changes, meaning, documentation };
  // In JSON, such characters are only in strings, where their escapes mean the same.
  const lines = JSON.stringify(value, null, 2).split("\n").map(visible);
  return `${lines.join("\n")}\n`;
}
