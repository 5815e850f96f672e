import { count } from "../../core/count.js";
import type { Json } from "../../core/json.js";
import type { DiffLocation, DiffNote, PayloadPart, Proof } from "../../diff/diff-result.js";
import type { ReportedChange } from "../accepted-breaks.js";
import { groupsOf, type DiffReport } from "./report.js";

/** The most operations that are named; the rest is counted. */
const namedOperations = 3;

/** Returns what the differences ask of those who use the document, as one sentence without a full stop. */
export function verdictText({ verdict, counts }: DiffReport): string {
  switch (verdict) {
    case "major":
      return counts.breaking > 0
        ? "data that was valid is rejected"
        : "code that compiled no longer does";
    case "minor":
      return counts.unknown > 0 ? "no break is proved, but not all is decided" : "nothing breaks";
    case "patch":
      return "neither data nor types change";
    case "none":
      return "nothing changes";
  }
}

/** Returns how many entries each list of the report has, without those that are empty: `2 breaking, 1 of meaning`. */
export function countsText(report: DiffReport): string {
  const { breaking, unknown, types, accepted, compatible } = groupsOf(report);
  const parts: readonly (readonly [readonly unknown[], string])[] = [
    [breaking, "breaking"],
    [unknown, "unknown"],
    [types, "breaking for types"],
    [accepted, "accepted"],
    [compatible, "compatible"],
    [report.meaning, "of meaning"],
    [report.documentation, "of documentation"],
  ];
  return parts
    .flatMap(([list, what]) => (list.length === 0 ? [] : [`${list.length} ${what}`]))
    .join(", ");
}

/** Returns what a change or a note is about: its component, or the operation in which it is. */
export function subjectOf(entry: ReportedChange | DiffNote): string | undefined {
  if (entry.component !== undefined) return entry.component;
  const isInOperation = /^\/(?:paths|webhooks)\//.test(entry.pointer);
  return isInOperation && "operations" in entry ? entry.operations[0] : undefined;
}

/** Returns the direction and the operations of a change: `in requests`, and names. */
export function reachOf({
  direction,
  operations,
}: Pick<ReportedChange, "direction" | "operations">): {
  readonly direction: string;
  readonly operations: readonly string[];
  /** How many operations are not named. */
  readonly more: number;
} {
  return {
    direction: direction === "request" ? "in requests" : "in responses",
    operations: operations.slice(0, namedOperations),
    more: Math.max(0, operations.length - namedOperations),
  };
}

/** Returns the direction of an entry of a list, as ` (in requests)`; notes have none. */
export function directionOf(entry: ReportedChange | DiffNote): string {
  return "direction" in entry ? ` (${reachOf(entry).direction})` : "";
}

/** Returns a location as `file:line:column`. */
export function locationText({ file, line, column }: DiffLocation): string {
  return `${file}:${line}:${column}`;
}

/** Returns what a payload shows, as a sentence that ends before the payload. */
export function proofText(proof: Proof): string {
  const [accepting, rejecting] = proof.acceptedBy === "old" ? ["old", "new"] : ["new", "old"];
  const what = "absent" in proof ? `leaving out the ${partText(proof)}` : `this ${partText(proof)}`;
  return `the ${accepting} document accepts ${what}, the ${rejecting} one does not`;
}

function partText({ part, name = "", status, mediaType }: PayloadPart): string {
  const type = mediaType === undefined ? "" : ` (${mediaType})`;
  switch (part) {
    case "component":
      return "value";
    case "requestBody":
      return `request body${type}`;
    case "response":
      return `body of the response ${status ?? "default"}${type}`;
    case "header":
      return `header ${name}${status === undefined ? "" : ` of the response ${status}`}`;
    case "parameter":
      return `parameter ${name}`;
  }
}

/** Returns why the data of a change breaks or is unknown, if no payload shows it. */
export function decisionText({
  data,
  rule,
  construct,
  tried,
}: Pick<ReportedChange, "data" | "rule" | "construct" | "tried">): string | undefined {
  if (data === "compatible") return undefined;
  if (rule !== undefined) return `decided by the rule ${rule}, not by a payload`;
  if (construct === undefined && tried === undefined) return undefined;
  const why = construct === undefined ? "not decided" : `\`${construct}\` cannot be decided`;
  return tried === undefined ? why : `${why}; ${count(tried, "payload")} tried`;
}

/** Returns until when a change is accepted, and why. */
export function acceptanceText({ accepted }: ReportedChange): string | undefined {
  if (accepted === undefined) return undefined;
  const { reason, until, expired } = accepted;
  if (until === undefined) return `accepted: ${reason}`;
  return expired
    ? `no longer accepted since the end of ${until}: ${reason}`
    : `accepted until ${until}: ${reason}`;
}

/** How much of a payload is shown. */
interface PayloadLimits {
  readonly lines: number;
  readonly columns: number;
}

/**
 * Returns the lines of a payload: one, if that is short, and otherwise indented JSON, of which only the
 * beginning may be shown.
 */
export function payloadLines(value: Json, { lines, columns }: PayloadLimits): readonly string[] {
  const short = JSON.stringify(value);
  if (short.length <= columns) return [short];
  const all = JSON.stringify(value, null, 2).split("\n");
  const shown = all.slice(0, lines).map((line) => shortened(line, columns));
  const left = all.length - shown.length;
  return left === 0 ? shown : [...shown, `… and ${count(left, "more line")}`];
}

/** Returns a text of at most some characters. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}
