import { count } from "../../core/count.js";
import type { Change } from "../../output/compare.js";
import { painter, type Paint, type Style } from "../../text/paint.js";
import { visible, visibly } from "../../text/visible.js";
import { summarizeWarnings } from "../report.js";
import { pathIn } from "./changes.js";
import { excerptOf } from "./excerpt.js";
import type { Outdated, RunResult, Written } from "./report.js";

/** The parts of a result, in the order in which they are printed. */
export interface PrettyResult {
  /** What was done, or has to be done. */
  readonly summary: string;
  /** An excerpt of the lines that differ. */
  readonly differences: string;
  /** What to do, in one line. */
  readonly verdict: string;
}

/** The most files that are listed. */
const maxFiles = 30;
/** The most models that are named. */
const maxModels = 10;

/**
 * Formats the result of a run for people.
 *
 * @param result The result.
 * @param color Whether to colour it with ANSI escapes.
 * @param job The name of the job, if the config has several.
 * @returns Texts of whole lines; a part without content is empty.
 */
export function prettyResult(result: RunResult, color: boolean, job?: string): PrettyResult {
  const label = job === undefined ? "" : visibly`${job}: `;
  const one = (verdict: string): PrettyResult => ({
    summary: "",
    differences: "",
    verdict: label + verdict,
  });
  switch (result.kind) {
    case "written":
      return one(writtenLine(result));
    case "up-to-date":
      return one(visibly`${result.out} is up to date\n`);
    case "outdated":
      return prettyOutdated(result, painter(color), label);
    case "interrupted":
      return one(
        visibly`a run that wrote to ${result.out} was interrupted, so the folder may have files of two runs: run \`${result.rerun}\` to repair it, and commit the result\n`,
      );
    case "failed":
      return job === undefined
        ? { summary: "", differences: "", verdict: "" }
        : one("nothing was written: there are errors\n");
  }
}

function writtenLine({ out, models, files, warnings, seconds }: Written): string {
  const { added, changed, removed, unchanged } = files;
  const total = count(added + changed + unchanged, "file");
  return (
    visibly`generated ${count(models, "model")} in ${total} into ${out} in ${seconds.toFixed(1)} s: ` +
    `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged\n` +
    summarizeWarnings(warnings)
  );
}

function prettyOutdated(result: Outdated, paint: Paint, label: string): PrettyResult {
  const { out, changes, models, rerun } = result;
  const excerpt = excerptOf(changes);
  const command = paint("bold", visible(rerun));
  const summary = [
    paint("bold", `${label}${visible(out)} is not up to date: ${countsOf(changes)}`),
    ...(models.length === 0 ? [] : [`models: ${visible(someOf(models, maxModels))}`]),
    `run \`${command}\` and commit the result`,
    "",
    ...changes
      .slice(0, maxFiles)
      .map(
        ({ kind, path }) =>
          `  ${paint(styles[kind], words[kind].padEnd(8))}${visible(pathIn(out, path))}`,
      ),
    ...(changes.length > maxFiles ? [`  … and ${changes.length - maxFiles} more`] : []),
    "",
  ];
  const differences = [
    ...excerpt.lines.map((line) => paintedLine(line, paint)),
    ...(excerpt.leftOut === "" ? [] : ["", `${excerpt.leftOut}: ${howToSeeAll}`]),
    "",
  ];
  return {
    summary: textOf(summary),
    differences: textOf(differences),
    verdict: `${label}${notUpToDate(result)}: run \`${command}\` and commit the result\n`,
  };
}

/** How to see the differences that are left out. */
export const howToSeeAll = "run the command and see `git diff`, or use --format json";

/** Returns a text such as `3 files in generated are not up to date`. */
function notUpToDate({ changes, out }: Outdated): string {
  const verb = changes.length === 1 ? "is" : "are";
  return visibly`${count(changes.length, "file")} in ${out} ${verb} not up to date`;
}

const kinds = ["added", "changed", "removed"] as const;

/** What has to be done to a file. */
export const words: Readonly<Record<Change["kind"], string>> = {
  added: "add",
  changed: "change",
  removed: "remove",
};

const styles: Readonly<Record<Change["kind"], Style>> = {
  added: "green",
  changed: "yellow",
  removed: "red",
};

/** Counts the files of each kind: `1 file to add, 2 files to change`. */
export function countsOf(changes: readonly Change[]): string {
  return kinds
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, size]) => size > 0)
    .map(([kind, size]) => `${count(size, "file")} to ${words[kind]}`)
    .join(", ");
}

/** Returns the first names, and how many more there are. */
export function someOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return names.slice(0, most).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function paintedLine(line: string, paint: Paint): string {
  if (/^(?:---|\+\+\+) /.test(line)) return paint("bold", line);
  if (line.startsWith("@@")) return paint("cyan", line);
  if (line.startsWith("-")) return paint("red", line);
  return line.startsWith("+") ? paint("green", line) : line;
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
