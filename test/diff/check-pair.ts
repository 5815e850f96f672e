import fc from "fast-check";
import { isJsonObject, type Json, type JsonObject } from "../../generator/core/json.js";
import type { Direction } from "../../generator/core/direction.js";
import { compareDocuments } from "../../generator/diff/compare-documents.js";
import type { Change } from "../../generator/diff/diff-result.js";
import type { Sides } from "../../generator/diff/subject.js";
import { reasonerOf } from "../../generator/model/empty-schemas.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { modelOfComponent, type Side } from "../../generator/diff/data/components.js";
import { ValueSearch } from "../../generator/sample/value-search.js";
import { ajvOracles } from "../oracle/ajv-oracle.js";
import { anyJson } from "../oracle/instances/any-json.js";
import { breakOne } from "../oracle/instances/break-one.js";
import { instances } from "../oracle/instances/instances.js";
import { documentOf } from "../oracle/keywords/document.js";
import type { Pair } from "./random-pairs.js";
import { readSides } from "./read-sides.js";
import { isSendable, type Judged } from "./sendable.js";

/** The result for one pair. */
export interface Checked {
  /** What is wrong, in words. */
  readonly faults: readonly string[];
  /** Entries that are unknown though one of the random values shows the break. */
  readonly missed: readonly string[];
  readonly counts: Readonly<Record<Change["data"], number>>;
  /** How many values were sent to a receiver that has to accept them. */
  readonly survived: number;
}

const directions: readonly Direction[] = ["request", "response"];

/**
 * Compares the documents of a pair, and asks Ajv whether what is said about them is true.
 *
 * @param count How many values are made from one schema in each of the ways.
 */
export async function checkPair(pair: Pair, count: number, seed: number): Promise<Checked> {
  const documents = documentsOf(pair);
  const sides = await readSides(documents.old, documents.new);
  const { changes } = compareDocuments(sides);
  const judges: Readonly<Record<Side, Judged>> = {
    old: { document: documents.old, oracleAt: ajvOracles(documents.old) },
    new: { document: documents.new, oracleAt: ajvOracles(documents.new) },
  };
  const faults = [
    ...wrongProofs(changes, judges),
    ...otherWithoutPayloads(changes, compareDocuments(sides, { payloads: false }).changes),
  ];
  const missed: string[] = [];
  let survived = 0;
  for (const component of Object.keys(pair.old)) {
    const values = valuesOf(component, sides, documents, count, seed);
    const pointer = `/components/schemas/${component}`;
    const [isOld, isNew] = [judges.old.oracleAt(pointer), judges.new.oracleAt(pointer)];
    const reached = reachedFrom(component, pair);
    if (!changes.some((change) => reached.has(change.component ?? ""))) {
      const differing = values.find((value) => isOld(value) !== isNew(value));
      if (differing !== undefined) {
        faults.push(`no entry for ${component}, but they differ in ${JSON.stringify(differing)}`);
      }
    }
    for (const direction of directions) {
      const from: Side = direction === "request" ? "old" : "new";
      const to: Side = from === "old" ? "new" : "old";
      const own = changes.filter(
        (change) =>
          reached.has(change.component ?? "") &&
          change.direction === direction &&
          change.data !== "compatible",
      );
      if (own.some(({ data }) => data === "breaking")) continue;
      const [isSent, isReceived] = from === "old" ? [isOld, isNew] : [isNew, isOld];
      for (const value of values) {
        if (!isSent(value)) continue;
        survived += 1;
        if (isReceived(value)) continue;
        if (isSendable(value, judges[from], judges[to], pointer) !== "yes") continue;
        const text = `${direction} of ${component}: ${JSON.stringify(value)}`;
        if (own.length === 0) faults.push(`compatible, but not the ${text}`);
        else missed.push(`${own[0]?.pointer} ${own[0]?.construct}: ${text}`);
        break;
      }
    }
  }
  const counted = (data: Change["data"]): number =>
    changes.filter((change) => change.data === data).length;
  const counts = {
    breaking: counted("breaking"),
    compatible: counted("compatible"),
    unknown: counted("unknown"),
  };
  return { faults, missed, counts, survived };
}

/** Compares the documents of a pair. */
export async function compareComponents(pair: Pair): Promise<readonly Change[]> {
  const documents = documentsOf(pair);
  return compareDocuments(await readSides(documents.old, documents.new)).changes;
}

function documentsOf(pair: Pair): Readonly<Record<Side, JsonObject>> {
  return {
    old: documentOf("3.1.0", Object.entries(pair.old)),
    new: documentOf("3.1.0", Object.entries(pair.new)),
  };
}

function wrongProofs(
  changes: readonly Change[],
  judges: Readonly<Record<Side, Judged>>,
): readonly string[] {
  return changes.flatMap(({ data, component = "", direction, pointer, proof }) => {
    const entry = `${direction} ${component}${pointer}`;
    if (data !== "breaking") return proof === undefined ? [] : [`a needless proof for ${entry}`];
    if (proof === undefined || !("value" in proof)) return [`no proof for ${entry}`];
    const { value, acceptedBy: from } = proof;
    const to = from === "old" ? "new" : "old";
    const at = `/components/schemas/${component}`;
    const shown = `${entry}: ${JSON.stringify(value)}`;
    return [
      ...(from === (direction === "request" ? "old" : "new") ? [] : [`the wrong sender, ${shown}`]),
      ...(judges[from].oracleAt(at)(value) ? [] : [`not valid for the sender, ${shown}`]),
      ...(judges[to].oracleAt(at)(value) ? [`valid for the receiver, ${shown}`] : []),
      ...(isSendable(value, judges[from], judges[to], at) === "no" ? [`never sent, ${shown}`] : []),
    ];
  });
}

/** What is compatible is so without any payload. */
function otherWithoutPayloads(
  changes: readonly Change[],
  without: readonly Change[],
): readonly string[] {
  const shown = (all: readonly Change[]): string =>
    all
      .map(({ id, data }) => `${id} ${data === "compatible" ? "compatible" : "open"}`)
      .toSorted()
      .join("\n");
  return shown(changes) === shown(without) ? [] : ["other entries without payloads"];
}

/** The components that a component refers to in one of the documents, itself among them. */
function reachedFrom(component: string, pair: Pair): ReadonlySet<string> {
  const reached = new Set([component]);
  for (const name of reached) {
    const text = JSON.stringify([pair.old[name], pair.new[name]]);
    for (const [, target = ""] of text.matchAll(/"#\/components\/schemas\/([^"/]+)"/g)) {
      reached.add(target);
    }
  }
  return reached;
}

/** Values that one of the schemas of a component may accept. */
function valuesOf(
  component: string,
  sides: Sides,
  documents: Readonly<Record<Side, JsonObject>>,
  count: number,
  seed: number,
): readonly Json[] {
  const values = (["old", "new"] as const).flatMap((side) => {
    const { components } = documents[side];
    const schema = componentOf(components ?? {}, component);
    const made = fc.sample(instances(schema, documents[side]), { seed, numRuns: count });
    const changed = fc.sample(
      fc.constantFrom(...made).chain((value) => breakOne(value).map((each) => each.value)),
      { seed, numRuns: count },
    );
    return [...simple(component, sides[side], count), ...made, ...changed];
  });
  const any = fc.sample(anyJson(), { seed, numRuns: Math.ceil(count / 2) });
  const known = new Map([...values, ...any].map((value) => [JSON.stringify(value), value]));
  return [...known.values()];
}

function componentOf(components: Json, name: string): Json {
  const schemas = isJsonObject(components) ? (components.schemas ?? {}) : {};
  return isJsonObject(schemas) ? (schemas[name] ?? true) : true;
}

function simple(component: string, read: ReadModels, count: number): readonly Json[] {
  const model = modelOfComponent(component, undefined, read);
  if (model === undefined) return [];
  const reasoner = reasonerOf(read.models);
  const found: Json[] = [];
  for (const value of new ValueSearch(reasoner).values(reasoner.models.checksOf(model.id))) {
    found.push(value);
    if (found.length >= count) break;
  }
  return found;
}
