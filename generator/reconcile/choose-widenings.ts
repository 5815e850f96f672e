import type { Json } from "../core/json.js";
import { samplesOf, type Entry } from "./ledger.js";
import type { BoundKeyword, WidenedSchema, Widening, WideningStep } from "./widening.js";

/** The number of values outside a list from which the list counts as incomplete. */
export const openListFrom = 5;

/** A widening step of a schema, and the contradictions that it settles. */
export interface ChosenStep {
  readonly pointer: string;
  readonly step: WideningStep;
  readonly entries: readonly Entry[];
}

/** What the choice of widenings depends on. */
export interface Choice {
  /** How many samples have to show a contradiction before it is settled. */
  readonly minSamples: number;
  /** Whether no change can make the document accept a sample. */
  readonly isGivenUp: (sample: number) => boolean;
  /** Whether all samples are accepted without settling a contradiction. */
  readonly isUseless: (entry: Entry) => boolean;
}

/**
 * Chooses the widenings.
 *
 * @param entries All contradictions.
 * @param choice What the choice depends on.
 * @returns The steps. Those of one schema are in the order in which they have to be made.
 */
export function chooseWidenings(entries: readonly Entry[], choice: Choice): readonly ChosenStep[] {
  const bySchema = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.remedy.kind !== "widen" || !isNeeded(entry, choice)) continue;
    const { pointer } = entry.remedy.schema;
    bySchema.set(pointer, [...(bySchema.get(pointer) ?? []), entry]);
  }
  return [...bySchema].flatMap(([pointer, needed]) => stepsOf(pointer, needed, choice));
}

/** Whether enough samples show a contradiction, and one of them can be accepted. */
function isNeeded(entry: Entry, { minSamples, isGivenUp, isUseless }: Choice): boolean {
  const samples = samplesOf(entry);
  return (
    !isUseless(entry) &&
    samples.length >= minSamples &&
    samples.some((sample) => !isGivenUp(sample))
  );
}

/** Groups the steps by their schemas. */
export function widenedSchemas(steps: readonly ChosenStep[]): readonly WidenedSchema[] {
  const bySchema = new Map<string, WideningStep[]>();
  for (const { pointer, step } of steps) {
    bySchema.set(pointer, [...(bySchema.get(pointer) ?? []), step]);
  }
  return [...bySchema].map(([pointer, all]) => ({ pointer, steps: all }));
}

/** Returns a key that is equal for equal steps. */
export function keyOfSteps(steps: readonly ChosenStep[]): string {
  return JSON.stringify(steps.map(({ pointer, step }) => [pointer, step]));
}

/** The kinds in the order in which they are made: those that move keywords come last. */
const order: readonly WideningStep["kind"][] = [
  "accept-fractions",
  "add-values",
  "open-values",
  "loosen-bound",
  "drop-required",
  "allow-property",
  "any-option",
  "accept-null",
];

function stepsOf(
  pointer: string,
  entries: readonly Entry[],
  choice: Choice,
): readonly ChosenStep[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.remedy.kind !== "widen") continue;
    const key = groupOf(entry.remedy.widening);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const step = stepOf(group, choice);
      return step === undefined ? [] : [{ pointer, step, entries: group }];
    })
    .sort((left, right) => order.indexOf(left.step.kind) - order.indexOf(right.step.kind));
}

/** Returns a key that is equal for widenings that become one step. */
function groupOf(widening: Widening): string {
  switch (widening.kind) {
    case "loosen-bound":
      return JSON.stringify([widening.kind, widening.keyword]);
    case "add-value":
    case "drop-required":
    case "allow-property":
    case "accept-fractions":
    case "any-option":
    case "accept-null":
      return widening.kind;
  }
}

function stepOf(entries: readonly Entry[], choice: Choice): WideningStep | undefined {
  const widenings = entries.flatMap((entry) =>
    [...entry.shown.values()].flatMap(({ remedy }) =>
      remedy.kind === "widen" ? [remedy.widening] : [],
    ),
  );
  const [first] = widenings;
  if (first === undefined) return undefined;
  switch (first.kind) {
    case "add-value": {
      const values = valuesOf(widenings);
      const isOpen =
        values.length >= openListFrom && values.every((value) => typeof value === "string");
      return isOpen ? { kind: "open-values" } : { kind: "add-values", values };
    }
    case "loosen-bound": {
      const { keyword } = first;
      return { kind: "loosen-bound", keyword, limit: limitFor(keyword, entries, choice) };
    }
    case "drop-required":
    case "allow-property":
      return { kind: first.kind, names: namesOf(widenings) };
    case "accept-fractions":
    case "any-option":
    case "accept-null":
      return first;
  }
}

/** Sorted, so that the order of the samples does not matter. */
function valuesOf(widenings: readonly Widening[]): readonly Json[] {
  const texts = widenings.flatMap((widening) =>
    widening.kind === "add-value" ? [JSON.stringify(widening.value)] : [],
  );
  // They were JSON values before.
  return [...new Set(texts)].sort().map((text) => JSON.parse(text) as Json);
}

/** Sorted, so that the order of the samples does not matter. */
function namesOf(widenings: readonly Widening[]): readonly string[] {
  return [
    ...new Set(widenings.flatMap((widening) => ("name" in widening ? [widening.name] : []))),
  ].sort();
}

/** Returns whether a limit accepts more than another one. */
export function isWider(keyword: BoundKeyword, limit: number, than: number): boolean {
  const isLower = keyword.startsWith("min") || keyword === "exclusiveMinimum";
  return isLower ? limit < than : limit > than;
}

/** Returns the limit that enough of the acceptable samples reach. */
function limitFor(
  keyword: BoundKeyword,
  entries: readonly Entry[],
  { minSamples, isGivenUp }: Choice,
): number {
  const bySample = new Map<number, number>();
  for (const { sample, remedy } of entries.flatMap(({ shown }) => [...shown.values()])) {
    if (remedy.kind !== "widen" || remedy.widening.kind !== "loosen-bound") continue;
    const { limit } = remedy.widening;
    const known = bySample.get(sample);
    if (known === undefined || isWider(keyword, limit, known)) bySample.set(sample, limit);
  }
  const limits = [...bySample].sort(([, left], [, right]) =>
    left === right ? 0 : isWider(keyword, left, right) ? -1 : 1,
  );
  const supported = limits
    .slice(minSamples - 1)
    .find(([sample], index) => !isGivenUp(sample) || index === limits.length - minSamples);
  return supported?.[1] ?? 0;
}
