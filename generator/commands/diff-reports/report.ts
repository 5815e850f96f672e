import type { Diff } from "../../diff/diff-result.js";
import type { ReportedChange } from "../accepted-breaks.js";

/** The differences, with what is accepted: what all formats print. */
export interface DiffReport extends Omit<Diff, "changes"> {
  readonly changes: readonly ReportedChange[];
}

/** The changes of a report, each in one group. */
export interface ChangeGroups {
  /** Those that break data; an accepted one, if it has expired. */
  readonly breaking: readonly ReportedChange[];
  readonly unknown: readonly ReportedChange[];
  /** Those that break types alone. */
  readonly types: readonly ReportedChange[];
  readonly accepted: readonly ReportedChange[];
  readonly compatible: readonly ReportedChange[];
}

/** Sorts the changes of a report into groups. Their order stays. */
export function groupsOf({ changes }: Pick<DiffReport, "changes">): ChangeGroups {
  const groups: Record<keyof ChangeGroups, ReportedChange[]> = {
    breaking: [],
    unknown: [],
    types: [],
    accepted: [],
    compatible: [],
  };
  for (const change of changes) groups[groupOf(change)].push(change);
  return groups;
}

function groupOf(change: ReportedChange): keyof ChangeGroups {
  if (isAccepted(change)) return "accepted";
  if (change.data !== "compatible") return change.data;
  return change.types === "breaking" ? "types" : "compatible";
}

/** Returns whether a change is accepted today. */
export function isAccepted({ accepted }: ReportedChange): boolean {
  return accepted?.expired === false;
}
