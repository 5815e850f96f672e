import { groupByCause, type ContradictionGroup } from "../../reconcile/group-contradictions.js";
import type {
  Cause,
  Change,
  Contradiction,
  Reconciliation,
} from "../../reconcile/reconciliation.js";
import type { UnusableSample } from "../../reconcile/sample.js";
import { causes } from "./causes.js";
import type { ShownPlace, ShowPlace } from "../../reconcile/show-place.js";
import { ownerOf } from "./owner.js";

/** Contradictions of one kind, with their common outcome. */
export interface ReportedContradiction extends Omit<ContradictionGroup, "places"> {
  /** The first of them in the document. */
  readonly place: ShownPlace;
  /** The others, if one change settles several. */
  readonly otherPlaces: readonly ShownPlace[];
  /** The component or the operation that the place is in: `Batch`, or `POST /batches`. */
  readonly owner: string;
  readonly outcome: Outcome;
}

/** How a contradiction is settled, or why it is not. */
export type Outcome =
  | {
      readonly kind: "change";
      readonly summary: string;
      readonly choice?: string;
      /** The schemas that become wider. */
      readonly places: readonly ShownPlace[];
    }
  | { readonly kind: "left"; readonly reason: string };

/** The contradictions with one cause. */
export interface CauseGroup {
  readonly cause: Cause;
  /** Those that a change settles. */
  readonly settled: readonly ReportedContradiction[];
  /** Those that need a decision. */
  readonly left: readonly ReportedContradiction[];
}

/** The data of a report in any format. */
export interface ReconcileReport {
  /** The document as the user knows it. */
  readonly document: string;
  readonly counts: ReportCounts;
  /** All contradictions, by file and line. */
  readonly contradictions: readonly ReportedContradiction[];
  /** The same by cause, the most frequent first. */
  readonly causes: readonly CauseGroup[];
  readonly unusable: readonly UnusableSample[];
  readonly slips: readonly UnusableSample[];
}

/** The counts of a report. */
export interface ReportCounts {
  readonly samples: number;
  /** How many samples the document accepts as it is. */
  readonly accepted: number;
  /** How many it accepts with the changes. */
  readonly acceptedAfter: number;
  readonly changes: number;
  /** How many contradictions need a decision. */
  readonly left: number;
  readonly unusable: number;
  readonly slips: number;
}

/**
 * Returns the data of a report.
 *
 * @param found The result of comparing the samples with the document.
 * @param document The document as the user knows it.
 * @param show Finds the position of a place.
 */
export function reportOf(
  found: Reconciliation,
  document: string,
  show: ShowPlace,
): ReconcileReport {
  const contradictions = [
    ...found.changes.flatMap((change) => settledBy(change, show)),
    ...found.left.flatMap(({ reason, ...rest }) =>
      reported([rest], { kind: "left", reason }, show),
    ),
  ].toSorted(byPosition);
  return {
    document,
    counts: {
      samples: found.samples,
      accepted: found.accepted,
      acceptedAfter: found.acceptedAfter,
      changes: found.changes.length,
      left: found.left.length,
      unusable: found.unusable.length,
      slips: found.slips.length,
    },
    contradictions,
    causes: groupsOf(contradictions),
    unusable: found.unusable,
    slips: found.slips,
  };
}

function settledBy(change: Change, show: ShowPlace): readonly ReportedContradiction[] {
  const { contradictions, places, summary, choice } = change;
  const outcome: Outcome = {
    kind: "change",
    summary,
    places: places.map(show),
    ...(choice !== undefined && { choice }),
  };
  return reported(contradictions, outcome, show);
}

function reported(
  contradictions: readonly Contradiction[],
  outcome: Outcome,
  show: ShowPlace,
): readonly ReportedContradiction[] {
  return groupByCause(contradictions).flatMap(({ places, ...group }) => {
    const [place, ...otherPlaces] = places.map(show).toSorted(byPlace);
    if (place === undefined) return [];
    return [{ ...group, place, otherPlaces, owner: ownerOf(place.pointer), outcome }];
  });
}

function groupsOf(contradictions: readonly ReportedContradiction[]): readonly CauseGroup[] {
  return causes
    .map((cause) => {
      const all = contradictions.filter((each) => each.cause === cause);
      const isLeft = ({ outcome }: ReportedContradiction): boolean => outcome.kind === "left";
      return { cause, settled: all.filter((each) => !isLeft(each)), left: all.filter(isLeft) };
    })
    .filter((group) => sizeOf(group) > 0)
    .toSorted((left, right) => sizeOf(right) - sizeOf(left));
}

/** Counts the places of a cause. */
export function sizeOf({ settled, left }: CauseGroup): number {
  return countPlaces(settled) + countPlaces(left);
}

/** Counts the places of contradictions. */
export function countPlaces(contradictions: readonly ReportedContradiction[]): number {
  return contradictions.reduce((sum, { otherPlaces }) => sum + 1 + otherPlaces.length, 0);
}

function byPosition(left: ReportedContradiction, right: ReportedContradiction): number {
  return byPlace(left.place, right.place);
}

function byPlace(left: ShownPlace, right: ShownPlace): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}
