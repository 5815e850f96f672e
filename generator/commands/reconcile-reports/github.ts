import { count } from "../../core/count.js";
import type { Position, Severity } from "../../core/diagnostic.js";
import type { ShownPlace } from "../../reconcile/show-place.js";
import type { ReconcileReport, ReportedContradiction } from "./report.js";
import { titleOf } from "./causes.js";
import { markdownReport } from "./markdown.js";
import { shownOrigin, shownOthers } from "./words.js";
import type { WorkflowLog } from "../workflow-log.js";

/**
 * Shows a report as annotations on the lines of the document, and in the summary of the job.
 *
 * @param report The report.
 * @param severity The severity of a contradiction. A sample that cannot be used is a warning.
 * @param log The log of the workflow.
 */
export async function annotateReport(
  report: ReconcileReport,
  severity: Severity,
  log: WorkflowLog,
): Promise<void> {
  for (const each of report.contradictions) {
    const { cause, place, owner } = each;
    log.annotate({
      severity,
      title: `${owner}: ${titleOf(cause)}`,
      message: messageOf(each),
      file: place.file,
      position: positionOf(place),
    });
  }
  for (const { origin, subject, reason } of report.unusable) {
    log.annotate({
      severity: "warning",
      title: "a sample that cannot be used",
      message: `${shownOrigin(origin)}: ${subject}: ${reason}`,
    });
  }
  if (report.contradictions.length > 0) await log.summarize(markdownReport(report));
}

function messageOf({
  place,
  otherPlaces,
  expected,
  samples,
  evidence: [first],
  outcome,
}: ReportedContradiction): string {
  const others = shownOthers(otherPlaces).map((all) => ` and ${all}`);
  const example =
    first === undefined ? "" : `, such as ${first.received} in ${shownOrigin(first.origin)}`;
  const end =
    outcome.kind === "change" ? `change: ${outcome.summary}` : `to decide: ${outcome.reason}`;
  return `${place.pointer}${others.join("")}: expected ${expected}; ${count(samples, "sample")}${example}; ${end}`;
}

function positionOf({ line, column = 1 }: ShownPlace): Position | undefined {
  return line === undefined ? undefined : { line, column };
}
