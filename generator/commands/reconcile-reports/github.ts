import { count } from "../../core/count.js";
import { workflowCommand, type WorkflowProperties } from "../workflow-command.js";
import type { ShownPlace } from "../../reconcile/show-place.js";
import type { ReconcileReport, ReportedContradiction } from "./report.js";
import { titleOf } from "./causes.js";
import { shownOrigin, shownOthers, shownPosition, sumUp } from "./words.js";

/**
 * The report as workflow commands, which GitHub shows beside the lines of the document, and a line
 * with the counts.
 *
 * @param report The report.
 * @param severity What a contradiction is. What cannot be used is a warning.
 * @see {@link https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands | Workflow commands}
 */
export function githubReport(report: ReconcileReport, severity: "error" | "warning"): string {
  const contradictions = report.contradictions.map((each) => {
    const { cause, place, owner } = each;
    const title = `${owner}: ${titleOf(cause)}`;
    return workflowCommand(severity, { ...positionOf(place), title }, messageOf(each));
  });
  const unusable = report.unusable.map(({ origin, subject, reason }) => {
    const text = `${shownOrigin(origin)}: ${subject}: ${reason}`;
    return workflowCommand("warning", { title: "a sample that cannot be used" }, text);
  });
  return [...contradictions, ...unusable, `${sumUp(report.counts)}\n`].join("");
}

function messageOf({
  place,
  otherPlaces,
  expected,
  samples,
  evidence: [first],
  outcome,
}: ReportedContradiction): string {
  // What is no file of the repository is not shown beside it.
  const start = place.isLocal ? place.pointer : `${shownPosition(place)} ${place.pointer}`;
  const others = shownOthers(otherPlaces).map((all) => ` and ${all}`);
  const example =
    first === undefined ? "" : `, such as ${first.received} in ${shownOrigin(first.origin)}`;
  const end = outcome.kind === "change" ? `change: ${outcome.summary}` : `left: ${outcome.reason}`;
  return `${start}${others.join("")}: expected ${expected}; ${count(samples, "sample")}${example}; ${end}`;
}

function positionOf({ file, isLocal, line, column }: ShownPlace): WorkflowProperties {
  if (!isLocal) return {};
  return { file, ...(line !== undefined && { line, col: column ?? 1 }) };
}
