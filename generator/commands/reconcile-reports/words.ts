import { count } from "../../core/count.js";
import type { SampleOrigin } from "../../reconcile/sample.js";
import type { ShownPlace } from "../../reconcile/show-place.js";
import { listOf } from "../../reconcile/words.js";
import type { ReportCounts } from "./report.js";

/** A place as an editor takes it: `openapi.yaml:12:5`. */
export function shownPosition({ file, line, column }: ShownPlace): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

/** Where a sample comes from: `pairs.jsonl:3 /body`. */
export function shownOrigin({ file, line, pointer }: SampleOrigin): string {
  const position = line === undefined ? file : `${file}:${line}`;
  return pointer === "" ? position : `${position} ${pointer}`;
}

/** How many subjects are named: a component may be a part of very many. */
const maxSubjects = 3;

/** Where something else stands as well: `/…/b/type and 3 more`; nothing, if it does not. */
export function shownOthers(places: readonly ShownPlace[]): readonly string[] {
  return places.length === 0 ? [] : [listOf(places.map(({ pointer }) => pointer))];
}

/** What was tried: `Batch, GET /batches 200 and 4 more`. */
export function shownSubjects(subjects: readonly string[]): string {
  const named = subjects.slice(0, maxSubjects).join(", ");
  const more = subjects.length - maxSubjects;
  return more > 0 ? `${named} and ${more} more` : named;
}

/** What came of it all, in a sentence without a full stop. */
export function sumUp(counts: ReportCounts): string {
  const { samples, accepted, acceptedAfter, changes, left, unusable, slips } = counts;
  const isWell = changes + left === 0;
  const parts = [
    ...(isWell && samples > 0 ? ["all accepted"] : []),
    ...(isWell ? [] : [`${accepted} accepted by the document as it is`]),
    ...(changes === 0 ? [] : [`${acceptedAfter} with ${count(changes, "change")}`]),
    ...(left === 0 ? [] : [`${count(left, "contradiction")} to decide`]),
    ...(unusable === 0 ? [] : [`${unusable} more cannot be used`]),
    ...(slips === 0 ? [] : [`${count(slips, "slip")} read over`]),
  ];
  return [count(samples, "sample"), parts.join(", ")].filter((part) => part !== "").join(": ");
}
