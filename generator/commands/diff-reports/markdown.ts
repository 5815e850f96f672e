import { count } from "../../core/count.js";
import type { DiffNote } from "../../diff/diff-result.js";
import { code as codeSpan, codeBlock, plain } from "../../text/markdown.js";
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

/** The most characters of a report: a comment on GitHub has at most 65,536. */
const maxLength = 65_000;
/** The most entries of a list that is folded. */
const maxListed = 100;
/** The most characters of a text that are shown: names and pointers can be long. */
const maxText = 200;
/** How much of a payload is shown. */
const payloadLimits = { lines: 30, columns: 120 };

/**
 * Returns the differences for a comment on a pull request. Text of the documents is escaped, so that it makes
 * no markup, mentions or links. What does not fit into a comment is counted in the last line.
 *
 * @param report The report.
 * @see {@link https://github.github.com/gfm/ | GitHub Flavored Markdown}
 */
export function markdownReport(report: DiffReport): string {
  const { verdict, meaning, documentation } = report;
  const { breaking, unknown, types, accepted, compatible } = groupsOf(report);
  const counts = countsText(report);
  const head = [`### ${verdict}: ${verdictText(report)}`, ...(counts === "" ? [] : [`${counts}.`])];
  return fitted(head, [
    open("Breaking", breaking),
    open("Unknown", unknown),
    open("Breaking for types", types),
    folded("accepted", accepted.map(changeItem), accepted.length),
    folded("compatible", listed(compatible), compatible.length),
    folded("meaning", listed(meaning), meaning.length),
    folded("documentation", listed(documentation), documentation.length),
  ]);
}

/** A part of the report. */
interface Section {
  readonly before: string;
  readonly items: readonly string[];
  readonly after: string;
  /** How many entries it has, those that are not among its items included. */
  readonly size: number;
}

function open(title: string, changes: readonly ReportedChange[]): Section {
  const items = changes.map(changeItem);
  return { before: `#### ${title}\n\n`, items, after: "", size: changes.length };
}

function folded(title: string, items: readonly string[], size: number): Section {
  return {
    before: `<details><summary>${title}: ${count(size, "change")}</summary>\n\n`,
    items,
    after: "\n</details>\n",
    size,
  };
}

/** Joins the sections, up to the greatest length. */
function fitted(head: readonly string[], sections: readonly Section[]): string {
  const parts = head.map((block) => `${block}\n`);
  // Room for the last line.
  let room = maxLength - parts.join("\n").length - 200;
  let left = 0;
  for (const { before, items, after, size } of sections) {
    if (size === 0) continue;
    room -= before.length + after.length + 1;
    const fitting = itemsWithin(items, room);
    left += size - fitting.length;
    if (fitting.length === 0) continue;
    const text = fitting.map((item) => `${item}\n`).join("");
    room -= text.length;
    parts.push(before + text + after);
  }
  if (left > 0) {
    const entries = left === 1 ? "1 entry is" : `${left} entries are`;
    parts.push(`${entries} left out here: \`guardsmith diff --format json\` has all.\n`);
  }
  return parts.join("\n");
}

function itemsWithin(items: readonly string[], room: number): readonly string[] {
  const fitting: string[] = [];
  let length = 0;
  for (const item of items) {
    length += item.length + 1;
    if (length > room) break;
    fitting.push(item);
  }
  return fitting;
}

/** Returns a change as an item of a list, with its payload. */
function changeItem(change: ReportedChange): string {
  const { message, proof, id, old, new: now } = change;
  const decision = decisionText(change);
  const acceptance = acceptanceText(change);
  const places = [
    ...(old === undefined ? [] : [`old ${code(locationText(old))}`]),
    ...(now === undefined ? [] : [`new ${code(locationText(now))}`]),
    `id ${code(id)}`,
  ];
  const paragraphs = [
    `${titleOf(change)}: ${sentence(message)}\n${reachText(change)}`,
    ...(proof === undefined ? [] : proofBlocks(proof)),
    ...(decision === undefined ? [] : [sentence(decision)]),
    ...typeBlocks(change),
    ...(acceptance === undefined ? [] : [`**${prose(acceptance)}**`]),
    places.join(", "),
  ];
  return item(paragraphs);
}

/** Returns an item of a list with several blocks: all lines but the first are indented. */
function item(blocks: readonly string[]): string {
  const lines = blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [""]),
    ...block.split("\n"),
  ]);
  return lines
    .map((line, index) => (index === 0 ? `- ${line}` : line === "" ? "" : `  ${line}`))
    .join("\n");
}

function titleOf(entry: ReportedChange | DiffNote): string {
  const subject = subjectOf(entry);
  const parts = [subject, entry.pointer].flatMap((part) => (part ? [code(part)] : []));
  return parts.length === 0 ? "the document" : parts.join(" ");
}

function reachText(change: ReportedChange): string {
  const { direction, operations, more } = reachOf(change);
  if (operations.length === 0) return direction;
  const names = operations.map(code).join(", ");
  return `${direction} of ${names}${more === 0 ? "" : ` and ${more} more`}`;
}

function proofBlocks(proof: NonNullable<ReportedChange["proof"]>): readonly string[] {
  const because = `because ${code(proof.issue.message)}`;
  if ("absent" in proof) return [`${prose(proofText(proof))}, ${because}`];
  return [
    `${prose(proofText(proof))}:`,
    codeBlock(payloadLines(proof.value, payloadLimits), "json"),
    because,
  ];
}

function typeBlocks({ typeChange }: ReportedChange): readonly string[] {
  if (typeChange === undefined) return [];
  const { member, old, new: now } = typeChange;
  const shown = (type: string | undefined): string => (type === undefined ? "nothing" : code(type));
  return [`type of ${code(member)}: ${shown(old)} → ${shown(now)}`];
}

function listed(entries: readonly (ReportedChange | DiffNote)[]): readonly string[] {
  return entries
    .slice(0, maxListed)
    .map((entry) => `- ${titleOf(entry)}: ${sentence(entry.message)}${directionOf(entry)}`);
}

/** Returns a text as code, in which GitHub finds no mentions. */
function code(text: string): string {
  return codeSpan(shortened(visible(text), maxText));
}

/** Returns a message, whose names are in backticks. */
function sentence(message: string): string {
  return shortened(visible(message), maxText)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : prosePart(part)))
    .join("");
}

/** Returns a part of a sentence as text, with the spaces around it. */
function prosePart(part: string): string {
  const [, before = "", text = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(part) ?? [];
  return before + prose(text) + after;
}

/** Returns a text without markup. A word joiner breaks what GitHub would link. */
function prose(text: string): string {
  return plain(shortened(visible(text), maxText)).replace(/[@#]|www|:(?=\/\/)/gi, "$&\u2060");
}
