import { count } from "../../core/count.js";
import type { SampleOrigin } from "../../reconcile/sample.js";
import type { ShownPlace } from "../../reconcile/show-place.js";
import { listOf } from "../../reconcile/words.js";
import type { ReportCounts } from "./report.js";

/** Formats a place in the way that editors read: `openapi.yaml:12:5`. */
export function shownPosition({ file, line, column }: ShownPlace): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

/** Formats the origin of a sample: `pairs.jsonl:3 /body`. */
export function shownOrigin({ file, line, pointer }: SampleOrigin): string {
  const position = line === undefined ? file : `${file}:${line}`;
  return pointer === "" ? position : `${position} ${pointer}`;
}

/** The most subjects that are named: many may share a component. */
const maxSubjects = 3;

/** Formats further places: `/…/b/type and 3 more`; an empty list if there are none. */
export function shownOthers(places: readonly ShownPlace[]): readonly string[] {
  return places.length === 0 ? [] : [listOf(places.map(({ pointer }) => pointer))];
}

/** Formats subjects: `Batch, GET /batches 200 and 4 more`. */
export function shownSubjects(subjects: readonly string[]): string {
  const named = subjects.slice(0, maxSubjects).join(", ");
  const more = subjects.length - maxSubjects;
  return more > 0 ? `${named} and ${more} more` : named;
}

/** Sums up the result in a sentence without a full stop. */
export function sumUp(counts: ReportCounts): string {
  const { samples, accepted, acceptedAfter, changes, left, unusable, slips } = counts;
  const isWell = changes + left === 0;
  const parts = [
    ...(isWell && samples > 0 ? ["all accepted"] : []),
    ...(isWell ? [] : [`${accepted} accepted by the document as it is`]),
    ...(changes === 0 ? [] : [`${acceptedAfter} with ${count(changes, "change")}`]),
    ...(left === 0 ? [] : [`${count(left, "contradiction")} to decide`]),
    ...(unusable === 0 ? [] : [`${unusable} more cannot be used`]),
    ...(slips === 0 ? [] : [`${count(slips, "JSON error")} tolerated`]),
  ];
  return [count(samples, "sample"), parts.join(", ")].filter((part) => part !== "").join(": ");
}
