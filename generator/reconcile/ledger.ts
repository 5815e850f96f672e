import { keyOfPlace, type Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { print } from "../runtime/describe.js";
import type { ExplainedIssue } from "./explain.js";
import type { Proposal, Remedy } from "./propose.js";
import type { Cause, Contradiction, Evidence } from "./reconciliation.js";
import type { Sample } from "./sample.js";

/** A contradiction, with all samples that show it. */
export interface Entry {
  readonly cause: Cause;
  /** The place of the keyword before any change. */
  readonly place: Place;
  readonly expected: string;
  readonly remedy: Remedy;
  /** Why this place is changed, if there was a choice. */
  readonly choice?: string;
  /** The values that show it, by sample and pointer. */
  readonly shown: Map<string, Shown>;
}

/** One value of a sample that shows a contradiction. */
export interface Shown {
  /** The index of the sample. */
  readonly sample: number;
  readonly evidence: Evidence;
  /** Whether no other change could settle it, because the way to it has no alternatives. */
  readonly isCertain: boolean;
  /** The widening for this value alone. */
  readonly remedy: Remedy;
}

/** A contradiction to add to the ledger. */
export interface Sighting {
  /** The index of the sample. */
  readonly sample: number;
  readonly issue: ExplainedIssue;
  readonly proposal: Proposal;
  readonly place: Place;
  readonly isCertain: boolean;
  readonly choice?: string | undefined;
}

/** Collects the contradictions of samples, in the order in which they are found. */
export class Ledger {
  readonly #samples: readonly Sample[];
  readonly #entries = new Map<string, Entry>();

  constructor(samples: readonly Sample[]) {
    this.#samples = samples;
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  add({ sample, issue, proposal, place, isCertain, choice }: Sighting): void {
    const { cause, detail, remedy } = proposal;
    const origin = this.#samples[sample]?.origin;
    if (origin === undefined) return;
    const where = remedy.kind === "widen" ? keyOfPlace(remedy.schema) : "";
    const key = JSON.stringify([cause, keyOfPlace(place), detail, where]);
    const known = this.#entries.get(key);
    const entry = known ?? {
      cause,
      place,
      expected: expectedBy(issue, cause),
      remedy,
      ...(choice !== undefined && { choice }),
      shown: new Map<string, Shown>(),
    };
    if (known === undefined) this.#entries.set(key, entry);
    const at = JSON.stringify([sample, issue.pointer]);
    if (entry.shown.has(at)) return;
    const { pointer, received } = issue;
    entry.shown.set(at, { sample, isCertain, remedy, evidence: { origin, pointer, received } });
  }
}

/** Returns what the document expects; for a missing property, with its name. */
function expectedBy({ pointer, expected }: ExplainedIssue, cause: Cause): string {
  const name = parsePointer(pointer).at(-1);
  return cause === "property-missing" ? `${print(name)} (${expected})` : expected;
}

/** Returns the samples that show a contradiction, each once, in their order. */
export function samplesOf({ shown }: Entry): readonly number[] {
  const all = new Set([...shown.values()].map(({ sample }) => sample));
  return [...all].sort((left, right) => left - right);
}

/** Returns a contradiction in the form of reports. */
export function contradictionOf(entry: Entry, samples: readonly Sample[]): Contradiction {
  const numbers = samplesOf(entry);
  const { cause, place, expected } = entry;
  const shown = [...entry.shown.values()].sort((left, right) => left.sample - right.sample);
  return {
    cause,
    place,
    subjects: [...new Set(numbers.flatMap((number) => samples[number]?.subject ?? []))],
    expected,
    evidence: shown.map(({ evidence }) => evidence),
    samples: numbers.length,
  };
}
