import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { withPart, type Marks } from "../../scripts/written-part.js";
import type { Outcome, Row } from "../runtimes/outcome.js";
import type { Project } from "./install.js";
import { compilers, type Preset } from "./presets.js";

/** The result of a framework. */
export interface FrameworkRow extends Row {
  /** How its modules import each other; undefined, if nothing was generated. */
  readonly extension: string | undefined;
  /** The folder of `examples` that shows the framework. */
  readonly example?: string;
}

/** The result of settings with a version of TypeScript. */
export interface PresetRow extends Row, Preset {
  readonly versions: Project["versions"];
}

const file = fileURLToPath(new URL("../../docs/guide/frameworks.md", import.meta.url));

const place: Marks = {
  begin: "<!-- tables of the frameworks: written by `npm run test:frameworks -- --write` -->",
  end: "<!-- end of the tables -->",
};

const marks = { passed: "✓", failed: "✗", skipped: "–" } as const;

/** Writes the tables of `docs/guide/frameworks.md` anew. */
export async function writeDocs(
  frameworks: readonly FrameworkRow[],
  presets: readonly PresetRow[],
): Promise<void> {
  const text = await readFile(file, "utf8");
  const parts = [
    "## Frameworks",
    frameworkTable(frameworks),
    "## Settings of TypeScript",
    presetTable(presets),
    `Versions: ${versionsOf(presets)}.`,
    "Not compiled:",
    notesOf(presets),
  ];
  const written = withPart(text, place, parts.join("\n\n"));
  const options = await resolveConfig(file);
  await writeFile(file, await format(written, { ...options, parser: "markdown" }));
}

function frameworkTable(rows: readonly FrameworkRow[]): string {
  return tableOf(
    ["framework", "tested with", "imports", "builds and runs"],
    rows.map(({ name, example, extension, ...outcome }) => [
      example === undefined ? name : `[${name}](../../examples/${example}/README.md)`,
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

function versionsOf([row]: readonly PresetRow[]): string {
  return Object.entries(row?.versions ?? {})
    .map(([name, version]) => `${name.replace(/^(typescript)-.*/, "$1")} ${version}`)
    .join(", ");
}

/** Why settings are not compiled by a version of TypeScript. */
function notesOf(rows: readonly PresetRow[]): string {
  return rows
    .filter(({ kind }) => kind !== "passed")
    .map((row) => `- ${row.name.replace("typescript-", "TypeScript ")}: ${reasonOf(row)}.`)
    .join("\n");
}

function reasonOf({ detail }: Outcome): string {
  const [, option] = /error TS5023: Unknown compiler option '(.*?)'/.exec(detail) ?? [];
  if (option !== undefined) return `it does not know the option \`${option}\``;
  const [, argument] = /error TS6046: Argument for '--(.*?)'/.exec(detail) ?? [];
  return argument === undefined
    ? oneLine(detail)
    : `it does not know this value of \`${argument}\``;
}

function oneLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
