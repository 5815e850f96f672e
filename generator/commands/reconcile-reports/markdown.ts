import { count } from "../../core/count.js";
import { code as codeSpan, plain, row } from "../../text/markdown.js";
import { visible } from "../../text/visible.js";
import type { UnusableSample } from "../../reconcile/sample.js";
import {
  countPlaces,
  sizeOf,
  type CauseGroup,
  type ReconcileReport,
  type ReportedContradiction,
} from "./report.js";
import { titleOf } from "./causes.js";
import { shownOrigin, shownOthers, shownPosition, sumUp } from "./words.js";

/** The most rows of a list: a comment on GitHub has at most 65,536 characters. */
const maxRows = 20;
/** The most characters of a text that are shown: pointers can be long. */
const maxText = 120;

/**
 * Returns the report for a comment on a pull request. Text of the document and of samples is escaped, so
 * that it makes no markup, mentions or links.
 *
 * @param report The report.
 * @see {@link https://github.github.com/gfm/ | GitHub Flavored Markdown}
 */
export function markdownReport(report: ReconcileReport): string {
  const { counts, causes, document } = report;
  const isWell = counts.changes + counts.left === 0;
  const blocks = [
    isWell ? `### The samples fit ${code(document)}` : `### Samples contradict ${code(document)}`,
    `${sumUp(counts)}.`,
    ...(isWell ? [] : [causeTable(causes)]),
    ...causes.filter(({ settled }) => settled.length > 0).map(causeDetails),
    ...leftList(causes.flatMap(({ left }) => left)),
    ...unusableList("samples that cannot be used", report.unusable),
    ...unusableList("JSON errors that were tolerated", report.slips),
  ];
  return blocks.map((block) => `${block}\n`).join("\n");
}

function causeTable(causes: readonly CauseGroup[]): string {
  const rows = causes.map((group) => {
    const { cause, settled, left } = group;
    return row(titleOf(cause), sizeOf(group), countPlaces(settled), countPlaces(left));
  });
  return [
    row("cause", "places", "settled by a change", "to decide"),
    "| --- | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function causeDetails({ cause, settled }: CauseGroup): string {
  const rows = settled.map((each) =>
    row(placeOf(each), code(each.expected), exampleOf(each), each.samples, changeOf(each)),
  );
  return details(`${titleOf(cause)}: ${count(countPlaces(settled), "place")}`, [
    row("place", "expected", "such as", "samples", "change"),
    "| --- | --- | --- | ---: | --- |",
    ...capped(rows, (more) => row(`… and ${more} more`, "", "", "", "")),
  ]);
}

function placeOf({ place, otherPlaces }: ReportedContradiction): string {
  const others = shownOthers(otherPlaces).map((all) => `, and at ${code(all)}`);
  return `${code(shownPosition(place))} ${code(place.pointer)}${others.join("")}`;
}

function exampleOf({ evidence: [first] }: ReportedContradiction): string {
  return first === undefined ? "" : `${code(first.received)} in ${code(shownOrigin(first.origin))}`;
}

function changeOf({ outcome }: ReportedContradiction): string {
  if (outcome.kind === "left") return "";
  const { summary, choice } = outcome;
  return code(summary) + (choice === undefined ? "" : `; ${prose(choice)}`);
}

function leftList(left: readonly ReportedContradiction[]): readonly string[] {
  if (left.length === 0) return [];
  const rows = left.map((each) => {
    const { cause, expected, samples, outcome } = each;
    const reason = outcome.kind === "left" ? prose(outcome.reason) : "";
    const example = exampleOf(each);
    const shown = `${count(samples, "sample")}${example === "" ? "" : `, such as ${example}`}`;
    return `- ${placeOf(each)}: ${titleOf(cause)}, expected ${code(expected)}; ${shown}. **${reason}**`;
  });
  return ["#### To decide", capped(rows, (more) => `- … and ${more} more`).join("\n")];
}

function unusableList(title: string, samples: readonly UnusableSample[]): readonly string[] {
  if (samples.length === 0) return [];
  const rows = samples.map(({ origin, subject, reason }) => {
    return `- ${code(shownOrigin(origin))}: ${code(subject)}: ${prose(reason)}`;
  });
  return [
    details(
      `${title}: ${samples.length}`,
      capped(rows, (more) => `- … and ${more} more`),
    ),
  ];
}

function details(summary: string, rows: readonly string[]): string {
  return [`<details><summary>${summary}</summary>`, "", ...rows, "", "</details>"].join("\n");
}

function capped(rows: readonly string[], rest: (more: number) => string): readonly string[] {
  return rows.length <= maxRows ? rows : [...rows.slice(0, maxRows), rest(rows.length - maxRows)];
}

/** Returns a text as code, in which GitHub finds no mentions. */
function code(text: string): string {
  return codeSpan(shortened(text));
}

/** Returns a text without markup. A word joiner breaks what GitHub would link. */
function prose(text: string): string {
  return plain(shortened(text)).replace(/[@#]|www|:(?=\/\/)/gi, "$&\u2060");
}

function shortened(text: string): string {
  const characters = Array.from(visible(text));
  return characters.length <= maxText
    ? characters.join("")
    : `${characters.slice(0, maxText - 1).join("")}…`;
}
