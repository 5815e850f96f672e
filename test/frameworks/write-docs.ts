import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import type { Outcome, Row } from "../runtimes/outcome.js";
import { compilers, type Preset } from "./presets.js";

/** What came of a framework. */
export interface FrameworkRow extends Row {
  /** How its modules import each other; undefined, if nothing was generated. */
  readonly extension: string | undefined;
}

/** What came of settings with a version of TypeScript. */
export type PresetRow = Row & Preset;

const file = fileURLToPath(new URL("../../docs/frameworks.md", import.meta.url));

const [begin, end] = [
  "<!-- tables of the frameworks: written by `npm run test:frameworks -- --write` -->",
  "<!-- end of the tables -->",
];

const marks = { passed: "✓", failed: "✗", skipped: "–" } as const;

/** Writes the tables of `docs/frameworks.md` anew. */
export async function writeDocs(
  frameworks: readonly FrameworkRow[],
  presets: readonly PresetRow[],
): Promise<void> {
  const text = await readFile(file, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${file} has no place for the tables`);
  const tables = [frameworkTable(frameworks), presetTable(presets), notesOf(presets)];
  const written = [text.slice(0, from), begin, ...tables, text.slice(to)].join("\n\n");
  const options = await resolveConfig(file);
  await writeFile(file, await format(written, { ...options, parser: "markdown" }));
}

function frameworkTable(rows: readonly FrameworkRow[]): string {
  return tableOf(
    ["", "tested with", "imports", ""],
    rows.map(({ name, extension, ...outcome }) => [
      name,
      outcome.kind === "failed" ? "" : oneLine(outcome.detail),
      importsOf(extension),
      marks[outcome.kind],
    ]),
  );
}

function importsOf(extension: string | undefined): string {
  if (extension === undefined) return "";
  return extension === "" ? "`none`" : `\`${extension.slice(1)}\``;
}

function presetTable(rows: readonly PresetRow[]): string {
  const settings = [...new Set(rows.map((row) => row.settings))];
  return tableOf(
    ["settings", ...compilers.map((compiler) => compiler.replace("typescript-", "TypeScript "))],
    settings.map((name) => [
      name,
      ...compilers.map((compiler) => {
        const row = rows.find((row) => row.settings === name && row.compiler === compiler);
        return row === undefined ? "" : marks[row.kind];
      }),
    ]),
  );
}

/** Why settings are not compiled by a version of TypeScript: the first options that it does not know. */
function notesOf(rows: readonly PresetRow[]): string {
  return rows
    .filter(({ kind }) => kind !== "passed")
    .map((row) => `- ${row.settings}, ${row.compiler}: ${reasonOf(row)}`)
    .join("\n");
}

function reasonOf({ detail }: Outcome): string {
  const [message = ""] = /(?<=error TS\d+: ).*/.exec(detail) ?? [detail];
  return oneLine(message.replace(/ option must be:.*/, " is newer"));
}

function oneLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
