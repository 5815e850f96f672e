import { keyOfPlace, type Place } from "../core/place.js";
import type { Cause, Contradiction, Evidence } from "./reconciliation.js";
import { listOf } from "./words.js";

/** Contradictions of one kind that one change settles. */
export interface ContradictionGroup {
  readonly cause: Cause;
  /** The keywords, each once. */
  readonly places: readonly Place[];
  readonly subjects: readonly string[];
  /** What the document asks for, to follow the word "expected". */
  readonly expected: string;
  readonly evidence: readonly Evidence[];
  /** How many samples show one of them. */
  readonly samples: number;
}

/** Groups the contradictions that a change settles by their cause. */
export function groupByCause(
  contradictions: readonly Contradiction[],
): readonly ContradictionGroup[] {
  const causes = new Set(contradictions.map(({ cause }) => cause));
  return [...causes].map((cause) =>
    groupOf(
      cause,
      contradictions.filter((each) => each.cause === cause),
    ),
  );
}

function groupOf(cause: Cause, all: readonly Contradiction[]): ContradictionGroup {
  const evidence = all.flatMap((each) => each.evidence);
  const places = new Map(all.map(({ place }) => [keyOfPlace(place), place]));
  return {
    cause,
    places: [...places.values()],
    subjects: [...new Set(all.flatMap(({ subjects }) => subjects))],
    expected: listOf([...new Set(all.map(({ expected }) => expected))]),
    evidence,
    samples: new Set(evidence.map(({ origin }) => JSON.stringify(origin))).size,
  };
}
