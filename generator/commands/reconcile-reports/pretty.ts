import { count } from "../../core/count.js";
import { painter, type Paint } from "../../text/paint.js";
import { visible } from "../../text/visible.js";
import type { UnusableSample } from "../../reconcile/sample.js";
import {
  countPlaces,
  type CauseGroup,
  type ReconcileReport,
  type ReportedContradiction,
} from "./report.js";
import { titleOf } from "./causes.js";
import { shownOrigin, shownOthers, shownPosition, shownSubjects, sumUp } from "./words.js";

/**
 * Returns the report for people: the contradictions that changes settle, by cause; those that need a
 * decision; the samples that cannot be used; and the counts. Control characters of the document and of
 * the samples are escaped.
 *
 * @param report The report.
 * @param color Whether to colour it with ANSI escapes.
 * @returns Lines that each end with LF.
 */
export function prettyReport(report: ReconcileReport, color: boolean): string {
  const paint = painter(color);
  const { counts, causes } = report;
  const sections = [
    ...causes.filter(({ settled }) => settled.length > 0).map((group) => section(group, paint)),
    ...leftSection(
      causes.flatMap(({ left }) => left),
      paint,
    ),
    ...listed("samples that cannot be used", report.unusable, paint),
    ...listed("JSON errors that were tolerated", report.slips, paint),
  ];
  const isWell = counts.changes + counts.left === 0;
  const summary = paint(isWell ? "green" : "red", sumUp(counts));
  const rows = [...sections.flatMap((section) => [...section, ""]), summary];
  return rows.map((row) => `${row}\n`).join("");
}

function section({ cause, settled }: CauseGroup, paint: Paint): readonly string[] {
  const heading = `${titleOf(cause)}: ${count(countPlaces(settled), "place")}`;
  return [paint("bold", heading), ...settled.flatMap((each) => rowsOf(each, "", paint))];
}

function leftSection(
  left: readonly ReportedContradiction[],
  paint: Paint,
): readonly (readonly string[])[] {
  if (left.length === 0) return [];
  const heading = `to decide: ${count(left.length, "contradiction")}`;
  const rows = left.flatMap((each) => rowsOf(each, `${titleOf(each.cause)}, `, paint));
  return [[paint("bold", heading), ...rows]];
}

function rowsOf(
  contradiction: ReportedContradiction,
  prefix: string,
  paint: Paint,
): readonly string[] {
  const { place, otherPlaces, expected, outcome } = contradiction;
  const position = paint("bold", `${visible(shownPosition(place))}:`);
  return [
    `  ${position} ${prefix}expected ${visible(expected)}`,
    paint("dim", `    at ${visible(place.pointer)}`),
    ...shownOthers(otherPlaces).map((others) => paint("dim", `    and at ${visible(others)}`)),
    `    ${evidenceOf(contradiction)}`,
    ...(outcome.kind === "left"
      ? [`    ${paint("yellow", "to decide:")} ${visible(outcome.reason)}`]
      : [`    ${paint("green", "change:")} ${visible(outcome.summary)}`]),
    ...(outcome.kind === "left" || outcome.choice === undefined
      ? []
      : [paint("dim", `    why there: ${visible(outcome.choice)}`)]),
  ];
}

/** Returns how many samples show a contradiction, and one of them. */
function evidenceOf({ samples, evidence: [first], subjects }: ReportedContradiction): string {
  const number = `${count(samples, "sample")} of ${visible(shownSubjects(subjects))}`;
  if (first === undefined) return number;
  const at = first.pointer === "" ? "" : ` at ${visible(first.pointer)}`;
  const separator = samples === 1 ? ":" : ", such as";
  return `${number}${separator} received ${visible(first.received)}${at} in ${visible(shownOrigin(first.origin))}`;
}

function listed(
  title: string,
  samples: readonly UnusableSample[],
  paint: Paint,
): readonly (readonly string[])[] {
  if (samples.length === 0) return [];
  const rows = samples.map(({ origin, subject, reason }) => {
    return `  ${visible(shownOrigin(origin))}: ${visible(subject)}: ${visible(reason)}`;
  });
  return [[paint("bold", `${title}: ${samples.length}`), ...rows]];
}
