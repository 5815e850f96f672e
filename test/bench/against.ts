import type { Section } from "./section.js";
import { median } from "./spread.js";

/** A table that was written to a file. */
export interface RecordedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the tables of an earlier run.
 *
 * @param markdown The text of a `RESULTS.md`.
 * @returns The tables by their titles.
 */
export function readResults(markdown: string): ReadonlyMap<string, RecordedTable> {
  const tables = new Map<string, RecordedTable>();
  for (const part of markdown.split(/^## /m).slice(1)) {
    const [title = "", ...lines] = part.split("\n");
    const [columns, , ...rows] = lines.filter((line) => line.startsWith("|")).map(cellsOf);
    if (columns !== undefined) tables.set(title, { columns, rows });
  }
  return tables;
}

function cellsOf(line: string): readonly string[] {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** A number in a cell. */
interface Figure {
  readonly value: number;
  readonly unit: string;
  /** How far its runs were from each other, in percent of it. */
  readonly noise: number;
}

/** Reads the number with which a cell begins, as `1,234 ns · 2.00 ×` or `4.50 s ± 3 %`. */
export function figureOf(cell: string): Figure | undefined {
  const [, digits, unit = "", noise = "0"] =
    /^([\d,]*\d(?:\.\d+)?)(?: (ns|ms|s|KiB|MiB|×)(?![\w]))?(?: ± (\d+) %)?/.exec(cell) ?? [];
  if (digits === undefined) return undefined;
  return { value: Number(digits.replaceAll(",", "")), unit, noise: Number(noise) };
}

/**
 * Compares a table with that of an earlier run.
 *
 * The machine may have been faster or slower then, for all alike: where the table has peers, each ratio
 * is divided by the ratio in the middle of the peers.
 *
 * @param section The table of this run.
 * @param recorded The same table of the other run, if it had one.
 * @returns A table of ratios, now to then, with the noise of both runs together.
 */
export function against(section: Section, recorded: RecordedTable | undefined): Section {
  const title = `${section.title}: beside the recorded run`;
  if (recorded === undefined) {
    return {
      title,
      about: "",
      columns: ["the recorded run has no such table"],
      rows: [],
      goals: [],
    };
  }
  const [label = "", ...names] = section.columns;
  const columns = names.map((name) => ratiosOf(name, section, recorded));
  const shown = columns.filter((ratios) => ratios.some((ratio) => ratio !== undefined));
  return {
    title,
    about: "",
    columns: [label, ...names.filter((_, index) => shown.includes(columns[index] ?? []))],
    rows: section.rows.map(([name = ""], row) => [
      name,
      ...shown.map((ratios) => printedRatio(ratios[row])),
    ]),
    goals: [],
  };
}

/** How much of something there is now, beside how much there was. */
interface Ratio {
  readonly value: number;
  readonly noise: number;
}

/** The ratios of a column, row by row, without what happened to the machine. */
function ratiosOf(
  column: string,
  now: Section,
  then: RecordedTable,
): readonly (Ratio | undefined)[] {
  const before = new Map(then.rows.map((row) => [row[0], row[then.columns.indexOf(column)]]));
  const place = now.columns.indexOf(column);
  const ratios = now.rows.map(([name = "", ...cells]) =>
    ratioOf(figureOf(cells[place - 1] ?? ""), figureOf(before.get(name) ?? "")),
  );
  const peers = ratios.filter((_, row) => !isOurs(now.rows[row]?.[0] ?? ""));
  const values = peers.flatMap((ratio) => ratio?.value ?? []);
  const hasOurs = peers.length < ratios.length;
  const drift = hasOurs && values.length > 0 ? median(values) : 1;
  return ratios.map((ratio) => ratio && { ...ratio, value: ratio.value / drift });
}

function ratioOf(now: Figure | undefined, then: Figure | undefined): Ratio | undefined {
  if (now === undefined || !then?.value || now.unit !== then.unit) return undefined;
  return { value: now.value / then.value, noise: now.noise + then.noise };
}

function isOurs(name: string): boolean {
  return name.includes("Guardsmith");
}

/** What is within the noise of the runs is in brackets. */
function printedRatio(ratio: Ratio | undefined): string {
  if (ratio === undefined) return "—";
  const { value, noise } = ratio;
  const text = `${value.toFixed(2)} ×${noise > 0 ? ` ± ${noise} %` : ""}`;
  const isNoise = noise > 0 && Math.round(Math.abs(value - 1) * 100) <= noise;
  return isNoise ? `(${text})` : text;
}
