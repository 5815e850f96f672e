import { count } from "../../core/count.js";
import { code, codeBlock, row } from "../../text/markdown.js";
import { maxAnnotations, type WorkflowLog } from "../workflow-log.js";
import { pathIn } from "./changes.js";
import { excerptOf } from "./excerpt.js";
import { countsOf, howToSeeAll, someOf, words } from "./pretty.js";
import type { Outdated, RunResult } from "./report.js";

/** How many files the summary lists, and how many models it names. */
const maxFiles = 50;
const maxModels = 20;

/**
 * Shows an output folder that is not up to date beside its files, and in the summary of the job.
 *
 * @param result The result of a run.
 * @param log The log of the workflow.
 */
export async function annotateResult(result: RunResult, log: WorkflowLog): Promise<void> {
  if (result.kind !== "outdated") return;
  const { changes, out, rerun } = result;
  // GitHub would drop further annotations: the last one counts the files without one.
  const most = changes.length > maxAnnotations ? maxAnnotations - 1 : maxAnnotations;
  for (const { kind, path } of changes.slice(0, most)) {
    log.annotate({
      severity: "error",
      title: "not up to date",
      message: `the file has to be ${kind}: run \`${rerun}\` and commit the result`,
      file: pathIn(out, path),
    });
  }
  if (changes.length > most) {
    log.annotate({
      severity: "error",
      title: "not up to date",
      message: `${count(changes.length - most, "more file")} in ${out}: run \`${rerun}\` and commit the result`,
    });
  }
  await log.summarize(markdownSummary(result));
}

/** Returns the summary of the job as Markdown. */
function markdownSummary({ changes, out, models, rerun }: Outdated): string {
  const { lines, leftOut } = excerptOf(changes);
  const more = changes.length - maxFiles;
  const blocks = [
    `### ${code(out)} is not up to date`,
    `${countsOf(changes)}. Run this, and commit the result:`,
    codeBlock([rerun], "sh"),
    ...(models.length === 0 ? [] : [`Models: ${someOf(models.map(code), maxModels)}.`]),
    [
      row("to do", "file"),
      "| --- | --- |",
      ...changes
        .slice(0, maxFiles)
        .map(({ kind, path }) => row(words[kind], code(pathIn(out, path)))),
      ...(more > 0 ? [row("…", `and ${more} more`)] : []),
    ].join("\n"),
    "<details><summary>Differences</summary>",
    codeBlock(lines, "diff"),
    ...(leftOut === "" ? [] : [`${leftOut}: ${howToSeeAll}.`]),
    "</details>",
  ];
  return `${blocks.join("\n\n")}\n`;
}
