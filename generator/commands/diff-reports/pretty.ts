import { count } from "../../core/count.js";
import type { DiffNote } from "../../diff/diff-result.js";
import { painter, type Paint, type Style } from "../../text/paint.js";
import { visible } from "../../text/visible.js";
import type { ReportedChange } from "../accepted-breaks.js";
import { groupsOf, type DiffReport } from "./report.js";
import {
  acceptanceText,
  countsText,
  decisionText,
  directionOf,
  locationText,
  payloadLines,
  proofText,
  reachOf,
  shortened,
  subjectOf,
  verdictText,
} from "./words.js";

/** How much of a payload is shown. */
const payloadLimits = { lines: 20, columns: 100 };
/** The most characters of a type that are shown. */
const maxType = 200;
/** The most entries of a list that breaks nothing. */
const maxListed = 10;

/**
 * Returns the differences for people: the verdict, what breaks, and short lists of the rest. Control
 * characters of the documents are escaped.
 *
 * @param report The report.
 * @param color Whether to colour it with ANSI escapes.
 * @returns Lines that each end with LF.
 */
export function prettyReport(report: DiffReport, color: boolean): string {
  const paint = painter(color);
  const { verdict, meaning, documentation } = report;
  const { breaking, unknown, types, accepted, compatible } = groupsOf(report);
  const counts = countsText(report);
  const style = verdict === "major" ? "red" : "green";
  const line = `${paint(["bold", style], `${verdict}:`)} ${verdictText(report)}`;
  const sections = [
    [counts === "" ? line : `${line} (${counts})`],
    section("breaking", "red", breaking, paint),
    section("unknown", "yellow", unknown, paint),
    section("breaking for types", "yellow", types, paint),
    section("accepted", "green", accepted, paint),
    list("compatible", compatible, paint),
    list("meaning", meaning, paint),
    list("documentation", documentation, paint),
  ].filter((rows) => rows.length > 0);
  return sections.map((rows) => rows.map((row) => `${row}\n`).join("")).join("\n");
}

function section(
  title: string,
  style: Style,
  changes: readonly ReportedChange[],
  paint: Paint,
): readonly string[] {
  if (changes.length === 0) return [];
  const heading = paint(["bold", style], `${title}: ${count(changes.length, "change")}`);
  return [heading, ...changes.flatMap((change) => changeRows(change, paint))];
}

function changeRows(change: ReportedChange, paint: Paint): readonly string[] {
  const { message, proof, old, new: now, id } = change;
  const decision = decisionText(change);
  const acceptance = acceptanceText(change);
  return [
    `  ${titleOf(change, paint)}: ${visible(message)}`,
    `    ${reachText(change)}`,
    ...(old === undefined ? [] : [paint("dim", `    old: ${visible(locationText(old))}`)]),
    ...(now === undefined ? [] : [paint("dim", `    new: ${visible(locationText(now))}`)]),
    ...(proof === undefined ? [] : proofRows(proof)),
    ...(decision === undefined ? [] : [`    ${visible(decision)}`]),
    ...typeRows(change),
    ...(acceptance === undefined ? [] : [`    ${paint("yellow", visible(acceptance))}`]),
    paint("dim", `    id: ${visible(id)}`),
  ];
}

function titleOf(entry: ReportedChange | DiffNote, paint: Paint): string {
  const subject = subjectOf(entry);
  const shown = subject === undefined ? "" : `${visible(subject)} `;
  return paint("bold", `${shown}${visible(entry.pointer)}`.trim());
}

function reachText(change: ReportedChange): string {
  const { direction, operations, more } = reachOf(change);
  if (operations.length === 0) return direction;
  const names = operations.map(visible).join(", ");
  return `${direction} of ${names}${more === 0 ? "" : ` and ${more} more`}`;
}

function proofRows(proof: NonNullable<ReportedChange["proof"]>): readonly string[] {
  const payload = "absent" in proof ? [] : payloadLines(proof.value, payloadLimits);
  return [
    `    ${visible(proofText(proof))}${payload.length === 0 ? "" : ":"}`,
    ...payload.map((line) => `      ${visible(line)}`),
    `    because ${visible(proof.issue.message)}`,
  ];
}

function typeRows({ typeChange }: ReportedChange): readonly string[] {
  if (typeChange === undefined) return [];
  const { member, old, new: now } = typeChange;
  const shown = (type: string | undefined): string =>
    type === undefined ? "nothing" : visible(shortened(type, maxType));
  return [`    type of ${visible(member)}: ${shown(old)} → ${shown(now)}`];
}

function list(
  title: string,
  entries: readonly (ReportedChange | DiffNote)[],
  paint: Paint,
): readonly string[] {
  if (entries.length === 0) return [];
  const rows = entries
    .slice(0, maxListed)
    .map((entry) => `  ${titleOf(entry, paint)}: ${visible(entry.message)}${directionOf(entry)}`);
  const more = entries.length - rows.length;
  return [
    paint("bold", `${title}: ${count(entries.length, "change")}`),
    ...rows,
    ...(more === 0 ? [] : [`  … and ${more} more`]),
  ];
}
