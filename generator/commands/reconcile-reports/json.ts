import { visible } from "../../text/visible.js";
import type { Cause, Evidence } from "../../reconcile/reconciliation.js";
import type { SampleOrigin, UnusableSample } from "../../reconcile/sample.js";
import type { ShownPlace } from "../../reconcile/show-place.js";
import type { Outcome, ReconcileReport, ReportCounts } from "./report.js";

/** The report, as one JSON document. Members may be added to any object of it. */
export interface JsonReport {
  /** The document as it was named. */
  readonly document: string;
  readonly summary: ReportCounts;
  /** By file and line. */
  readonly contradictions: readonly JsonContradiction[];
  readonly unusable: readonly JsonUnusable[];
  readonly slips: readonly JsonUnusable[];
}

/** A keyword of the document, or several that one change settles, and the samples that break it. */
export interface JsonContradiction {
  readonly cause: Cause;
  /** By file and line. */
  readonly places: readonly JsonPlace[];
  readonly subjects: readonly string[];
  readonly expected: string;
  /** How many samples show it. */
  readonly samples: number;
  readonly evidence: readonly JsonEvidence[];
  /** The change that settles it. */
  readonly change?: {
    readonly summary: string;
    readonly choice?: string;
    /** The schemas that become wider. */
    readonly places: readonly JsonPlace[];
  };
  /** Why it needs a decision, if no change settles it. */
  readonly left?: string;
}

/** A place in the document or in an overlay. */
export type JsonPlace = Omit<ShownPlace, "isLocal">;

/** A sample that shows a contradiction. */
export interface JsonEvidence {
  readonly sample: SampleOrigin;
  /** Where the value is in the sample. */
  readonly pointer: string;
  readonly received: string;
}

/** A sample that cannot be used, or one with a JSON error that was tolerated. */
export interface JsonUnusable {
  readonly sample: SampleOrigin;
  readonly subject: string;
  readonly reason: string;
}

/**
 * Returns the report for programs. Control characters are escaped.
 *
 * @param report The report.
 * @returns A {@link JsonReport}, as text that ends with LF.
 */
export function jsonReport(report: ReconcileReport): string {
  const value: JsonReport = {
    document: report.document,
    summary: report.counts,
    contradictions: report.contradictions.map((each) => ({
      cause: each.cause,
      places: [each.place, ...each.otherPlaces].map(placeOf),
      subjects: each.subjects,
      expected: each.expected,
      samples: each.samples,
      evidence: each.evidence.map(evidenceOf),
      ...outcomeOf(each.outcome),
    })),
    unusable: report.unusable.map(unusableOf),
    slips: report.slips.map(unusableOf),
  };
  // In JSON, such characters are only in strings, where their escapes mean the same.
  const lines = JSON.stringify(value, null, 2).split("\n").map(visible);
  return `${lines.join("\n")}\n`;
}

function placeOf({ file, line, column, pointer }: ShownPlace): JsonPlace {
  return {
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    pointer,
  };
}

function evidenceOf({ origin, pointer, received }: Evidence): JsonEvidence {
  return { sample: origin, pointer, received };
}

function outcomeOf(outcome: Outcome): Pick<JsonContradiction, "change" | "left"> {
  if (outcome.kind === "left") return { left: outcome.reason };
  const { summary, choice, places } = outcome;
  return {
    change: { summary, ...(choice !== undefined && { choice }), places: places.map(placeOf) },
  };
}

function unusableOf({ origin, subject, reason }: UnusableSample): JsonUnusable {
  return { sample: origin, subject, reason };
}
