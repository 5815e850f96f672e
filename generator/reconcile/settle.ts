import type { Config } from "../config/config.js";
import { type Document, valueAt } from "../openapi/document.js";
import { below, type Place } from "../core/place.js";
import { applyOverlayText } from "./apply-plan.js";
import { checkSamples } from "./check-samples.js";
import {
  chooseWidenings,
  keyOfSteps,
  widenedSchemas,
  type ChosenStep,
} from "./choose-widenings.js";
import { explainIssues, type ExplainedIssue } from "./explain.js";
import { Ledger, samplesOf, type Entry, type Sighting } from "./ledger.js";
import { planOverlay, type OverlayPlan } from "./overlay-plan.js";
import { propose, useOf, type Proposal } from "./propose.js";
import type { Sample } from "./sample.js";
import { findTags } from "./tags.js";
import { countUses } from "./uses.js";
import { hasChoice, type VisitedSchema } from "./walk.js";
import { writeOverlay } from "./write-overlay.js";

/** What samples are compared with. */
export interface SettleInput {
  readonly config: Config;
  /** The document, with its overlays applied. */
  readonly document: Document;
}

/** How many samples a change needs, and what to call meanwhile. */
export interface SettleOptions {
  /** How many samples have to show a contradiction before the document is changed. Default: 1. */
  readonly minSamples?: number | undefined;
  /** Is called with a text that says what the run does next. */
  readonly onStage?: ((stage: string) => void) | undefined;
}

/** The result of all rounds. */
export interface Settled {
  /** The widenings. */
  readonly steps: readonly ChosenStep[];
  /** All contradictions, settled or not. */
  readonly entries: readonly Entry[];
  /** The indexes of the samples that the document accepts as it is. */
  readonly acceptedBefore: ReadonlySet<number>;
  /** The indexes of the samples that it accepts with the steps. */
  readonly acceptedAfter: ReadonlySet<number>;
}

/**
 * Checks samples and chooses widenings in rounds, until no widening helps a further sample.
 *
 * @param input The document, and the settings for its guards.
 * @param samples The samples.
 * @param options How many samples a change needs.
 */
export function settle(
  input: SettleInput,
  samples: readonly Sample[],
  options: SettleOptions,
): Settled {
  return new Rounds(input, samples, options).settle();
}

/** More rounds are never needed: the limit ends loops of widenings that undo each other. */
const maxRounds = 40;

class Rounds {
  readonly #input: SettleInput;
  readonly #samples: readonly Sample[];
  readonly #minSamples: number;
  readonly #onStage: (stage: string) => void;
  readonly #ledger: Ledger;
  readonly #givenUp = new Set<number>();
  #useless: ReadonlySet<Entry> = new Set();
  #usesOf: ((place: Place) => number) | undefined;

  constructor(input: SettleInput, samples: readonly Sample[], options: SettleOptions) {
    this.#input = input;
    this.#samples = samples;
    this.#minSamples = options.minSamples ?? 1;
    this.#onStage = options.onStage ?? (() => undefined);
    this.#ledger = new Ledger(samples);
  }

  settle(): Settled {
    const all = [...this.#samples.keys()];
    this.#onStage(`checking ${all.length} samples`);
    const acceptedBefore = this.#ask([], all);
    let steps = this.#choose();
    let acceptedAfter = acceptedBefore;
    let asked: readonly number[] = all.filter((sample) => !acceptedBefore.has(sample));
    let isMinimal = false;
    for (let round = 1; round <= maxRounds && asked.length > 0; round += 1) {
      this.#onStage(`round ${round}: ${steps.length} changes, ${asked.length} samples`);
      acceptedAfter = this.#ask(steps, asked);
      const stuck = this.#stuckAmong(asked, acceptedAfter);
      if (this.#useless.size > 0 && stuck.length > 0) {
        // A widening that was dropped is needed after all.
        this.#useless = new Set();
        steps = this.#choose();
        continue;
      }
      const chosen = this.#choose();
      if (keyOfSteps(chosen) === keyOfSteps(steps)) {
        for (const sample of stuck) this.#givenUp.add(sample);
        steps = this.#choose();
        if (keyOfSteps(chosen) === keyOfSteps(steps)) {
          // A widened `oneOf` may reject samples that were accepted before.
          if (asked.length < all.length) asked = all;
          else if (isMinimal) break;
          else {
            isMinimal = true;
            this.#useless = this.#uselessAmong(steps);
            if (this.#useless.size === 0) break;
            steps = this.#choose();
          }
        }
      } else {
        steps = chosen;
      }
    }
    return { steps, entries: this.#ledger.entries, acceptedBefore, acceptedAfter };
  }

  #stuckAmong(asked: readonly number[], accepted: ReadonlySet<number>): readonly number[] {
    return asked.filter((sample) => !accepted.has(sample) && !this.#givenUp.has(sample));
  }

  #choose(without: ReadonlySet<Entry> = this.#useless): readonly ChosenStep[] {
    return chooseWidenings(this.#ledger.entries, {
      minSamples: this.#minSamples,
      isGivenUp: (sample) => this.#givenUp.has(sample),
      isUseless: (entry) => without.has(entry),
    });
  }

  /**
   * Returns contradictions that need not be settled, because another change made up for them. That is
   * only possible if the way to the value has alternatives.
   */
  #uselessAmong(steps: readonly ChosenStep[]): ReadonlySet<Entry> {
    const useless = new Set<Entry>();
    const doubtful = steps
      .flatMap(({ entries }) => entries)
      .filter((entry) => !this.#isCertain(entry));
    for (const batch of disjoint(doubtful, (entry) => this.#helped(entry))) {
      const asked = [...new Set(batch.flatMap((entry) => this.#helped(entry)))];
      this.#onStage(`trying without ${batch.length} changes`);
      const without = new Set([...useless, ...batch]);
      const accepted = this.#ask(this.#choose(without), asked, false);
      for (const entry of batch) {
        if (this.#helped(entry).every((sample) => accepted.has(sample))) useless.add(entry);
      }
    }
    return useless;
  }

  /** Whether a contradiction has to be settled, because an accepted sample needs it. */
  #isCertain({ shown }: Entry): boolean {
    return [...shown.values()].some(
      ({ isCertain, sample }) => isCertain && !this.#givenUp.has(sample),
    );
  }

  #helped(entry: Entry): readonly number[] {
    return samplesOf(entry).filter((sample) => !this.#givenUp.has(sample));
  }

  /** Checks samples against the document with changes, and records the issues. */
  #ask(
    steps: readonly ChosenStep[],
    asked: readonly number[],
    isRecorded = true,
  ): ReadonlySet<number> {
    const plan = planOverlay(this.#input.document, widenedSchemas(steps));
    const document = changedBy(plan, this.#input.document);
    const samples = asked.flatMap((number) => {
      const sample = this.#samples[number];
      return sample === undefined ? [] : [{ number, sample: movedBy(plan, sample, document) }];
    });
    const checked = checkSamples(
      document,
      samples.map(({ sample }) => sample),
      this.#input.config,
    );
    const tags = findTags(checked.all, checked.schemas);
    // Uses are counted in the document before any change.
    this.#usesOf ??= countUses(checked.all, checked.schemas);
    const accepted = new Set<number>();
    for (const { number, sample } of samples) {
      const issues = checked.issuesOf(sample) ?? [];
      if (issues.length === 0) accepted.add(number);
      else if (isRecorded) {
        for (const issue of explainIssues(sample, issues, { document, checked, tags })) {
          const proposal = propose(issue, document, tags);
          this.#ledger.add(this.#sighting(number, issue, proposal, plan));
        }
      }
    }
    return accepted;
  }

  /** Translates an issue of the changed document to the places of the original one. */
  #sighting(
    sample: number,
    issue: ExplainedIssue,
    { remedy, ...proposal }: Proposal,
    plan: OverlayPlan,
  ): Sighting {
    const before = ({ uri, pointer }: Place): Place =>
      uri === this.#input.document.uri ? { uri, pointer: plan.before(pointer) } : { uri, pointer };
    const place = before(below(issue.schema, issue.keyword));
    const { way } = issue;
    if (remedy.kind === "leave") {
      return { sample, issue, place, proposal: { ...proposal, remedy }, isCertain: false };
    }
    const schema = before(remedy.schema);
    if (valueAt(schema, this.#input.document) === undefined) {
      const reason = "it contradicts changes that other samples need";
      const left = { ...proposal, remedy: { kind: "leave", reason } } as const;
      return { sample, issue, place, proposal: left, isCertain: false };
    }
    const isAtUse = remedy.widening.kind === "accept-null";
    const use = useOf(way);
    const certainWay = isAtUse && use !== undefined ? way?.slice(0, way.indexOf(use) + 1) : way;
    return {
      sample,
      issue,
      place,
      proposal: { ...proposal, remedy: { ...remedy, schema } },
      isCertain: certainWay !== undefined && !hasChoice(certainWay),
      choice: isAtUse ? this.#choiceOf(way, before) : undefined,
    };
  }

  /** Returns why null is accepted at the use of a shared component, and not in the component. */
  #choiceOf(
    way: readonly VisitedSchema[] | undefined,
    before: (place: Place) => Place,
  ): string | undefined {
    const use = useOf(way);
    const after = use === undefined ? undefined : way?.slice(way.indexOf(use) + 1);
    const component = after?.find(({ via }) => via === "reference");
    if (component === undefined) return undefined;
    const place = before(component.schema.place);
    const { pointer } = place;
    const uses = this.#usesOf?.(place) ?? 0;
    return uses > 1
      ? `#${pointer} accepts null only here: in the component, all ${uses} uses would accept it`
      : `#${pointer} accepts null only here: in the component, other uses would accept it too`;
  }
}

/** Returns a sample with the place of its schema in the changed document. */
function movedBy({ after }: OverlayPlan, sample: Sample, { uri }: Document): Sample {
  const { schema } = sample;
  if (schema.uri !== uri) return sample;
  return { ...sample, schema: { uri, pointer: after(schema.pointer) } };
}

function changedBy(plan: OverlayPlan, document: Document): Document {
  if (plan.steps.length === 0) return document;
  const groups = plan.steps.map(({ actions }) => ({ actions, description: "" }));
  return applyOverlayText(document, writeOverlay(groups));
}

/** Groups entries so that no two entries of a group share a sample. */
function disjoint(
  entries: readonly Entry[],
  samplesOfOne: (entry: Entry) => readonly number[],
): readonly (readonly Entry[])[] {
  const groups: { readonly entries: Entry[]; readonly samples: Set<number> }[] = [];
  for (const entry of entries) {
    const samples = samplesOfOne(entry);
    let group = groups.find((one) => samples.every((sample) => !one.samples.has(sample)));
    if (group === undefined) {
      group = { entries: [], samples: new Set() };
      groups.push(group);
    }
    group.entries.push(entry);
    for (const sample of samples) group.samples.add(sample);
  }
  return groups.map((group) => group.entries);
}
