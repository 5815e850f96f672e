import type { Document } from "../openapi/document.js";
import { print } from "../runtime/describe.js";
import { isWider, type ChosenStep } from "./choose-widenings.js";
import { parsePointer } from "../core/pointer.js";
import { contradictionOf, samplesOf, type Entry } from "./ledger.js";
import type { OverlayPlan, PlannedStep } from "./overlay-plan.js";
import { groupByCause, type ContradictionGroup } from "./group-contradictions.js";
import type { Change, LeftContradiction } from "./reconciliation.js";
import type { WidenedBy } from "./widening.js";
import type { Sample } from "./sample.js";
import type { Settled } from "./settle.js";
import { listOf, summaryOf } from "./words.js";
import type { DescribedActions } from "./write-overlay.js";

/** Returns the changes in the order of the actions of the overlay. */
export function changesOf(
  { steps }: Settled,
  plan: OverlayPlan,
  samples: readonly Sample[],
  { uri }: Document,
): readonly Change[] {
  return plan.steps.map(({ members }) => {
    const entries = members.flatMap((member) => entriesOf(steps, member));
    const [first, ...others] = members;
    const choice = entries.find((entry) => entry.choice !== undefined)?.choice;
    return {
      contradictions: entries.map((entry) => contradictionOf(entry, samples)),
      places: [{ uri, pointer: first.pointer }, ...others.map(({ pointer }) => ({ uri, pointer }))],
      summary: summaryOfMembers(members),
      ...(choice !== undefined && { choice }),
    };
  });
}

/** Returns what changes, with the names of the properties if there are several. */
function summaryOfMembers(members: PlannedStep["members"]): string {
  const [{ step }, ...others] = members;
  if (others.length === 0) return summaryOf(step);
  const names = members.map(({ pointer }) => print(parsePointer(pointer).at(-1)));
  return `${summaryOf(step)} in ${listOf(names)}`;
}

/** Returns the actions of an overlay, each with its evidence. */
export function describedActions(
  changes: readonly Change[],
  plan: OverlayPlan,
): readonly DescribedActions[] {
  return plan.steps.map(({ actions }, index) => {
    const change = changes[index];
    return { actions, description: change === undefined ? "" : descriptionOf(change) };
  });
}

/** How many subjects a description names. */
const namedSubjects = 3;

/** Returns a description for reviewers: what changes, which samples show it, and why there. */
function descriptionOf({ summary, contradictions, choice }: Change): string {
  const sentences = [
    upperFirst(summary),
    ...groupByCause(contradictions).map(evidenceOf),
    choice ?? "",
  ];
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => `${upperFirst(sentence)}.`)
    .join(" ");
}

function evidenceOf({ samples, subjects, evidence, cause }: ContradictionGroup): string {
  const [first] = evidence;
  const shown = subjects.slice(0, namedSubjects).join(", ");
  const more = subjects.length > namedSubjects ? `, … (${subjects.length})` : "";
  const count = samples === 1 ? "1 sample shows" : `${samples} samples show`;
  if (first === undefined) return "";
  const received = cause === "property-missing" ? "nothing" : first.received;
  const where = first.pointer === "" ? "as" : `at ${print(first.pointer)} of`;
  return `${count} it, such as ${received} ${where} ${shown}${more}`;
}

/** Returns the contradictions of samples that the changed document does not accept. */
export function leftContradictions(
  { steps, entries, acceptedAfter }: Settled,
  samples: readonly Sample[],
  minSamples: number,
): readonly LeftContradiction[] {
  const settled = new Map(
    steps.flatMap((chosen) => chosen.entries.map((e) => [e, chosen] as const)),
  );
  return entries.flatMap((entry): readonly LeftContradiction[] => {
    const chosen = settled.get(entry);
    const left = chosen === undefined ? entry : beyond(entry, chosen);
    if (samplesOf(left).every((sample) => acceptedAfter.has(sample))) return [];
    return [{ ...contradictionOf(left, samples), reason: reasonOf(entry, chosen, minSamples) }];
  });
}

function reasonOf(entry: Entry, chosen: ChosenStep | undefined, minSamples: number): string {
  if (entry.remedy.kind === "leave") return entry.remedy.reason;
  if (chosen !== undefined) {
    const few = minSamples === 1 ? "none" : `fewer than ${minSamples}`;
    return `${few} of the samples that need this limit can be accepted`;
  }
  if (samplesOf(entry).length < minSamples) return `fewer than ${minSamples} samples show it`;
  return "every sample that shows it also has a contradiction that no widening settles";
}

/** Returns a contradiction with only the samples beyond the chosen limit. */
function beyond(entry: Entry, { step }: ChosenStep): Entry {
  const shown = [...entry.shown].filter(([, { remedy }]) => {
    if (step.kind !== "loosen-bound" || remedy.kind !== "widen") return false;
    const { widening } = remedy;
    return widening.kind === "loosen-bound" && isWider(step.keyword, widening.limit, step.limit);
  });
  return { ...entry, shown: new Map(shown) };
}

function entriesOf(steps: readonly ChosenStep[], { pointer, step }: WidenedBy): readonly Entry[] {
  return steps.find((one) => one.pointer === pointer && one.step === step)?.entries ?? [];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
