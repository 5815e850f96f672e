import { isJsonObject, type Json } from "../core/json.js";
import { parsePointer } from "../core/pointer.js";
import { nodesAlong, rootNode } from "../openapi/walk.js";
import type { Edit } from "./edits.js";
import type { WidenedBy } from "./widening.js";

/** A step with what it changes in its schema. */
export interface EditedStep extends WidenedBy {
  readonly edits: readonly Edit[];
  /** Whether its schema has no further step. */
  readonly isLast: boolean;
}

/** Steps that change schemas of one object in the same way: all but one are properties beside it. */
export type StepGroup = readonly [EditedStep, ...EditedStep[]];

/**
 * Groups the steps that one action can make: those that change several properties of one object in the
 * same way.
 *
 * @param steps The steps in the order in which they have to be made.
 * @param root The document.
 * @returns The groups in that order, each where its last step stands: until then, only what is inside
 *   of other properties is changed.
 */
export function groupSteps(steps: readonly EditedStep[], root: Json): readonly StepGroup[] {
  const groups = new Map<string, StepGroup>();
  for (const [index, step] of steps.entries()) {
    const map =
      step.isLast && step.edits.every(isAnywhere) ? mapAround(step.pointer, root) : undefined;
    const key = JSON.stringify(map === undefined ? index : [map, step.step, step.edits]);
    const known = groups.get(key);
    // What is set again is the last.
    groups.delete(key);
    groups.set(key, known === undefined ? [step] : [...known, step]);
  }
  return [...groups.values()];
}

/** What is copied is named by its whole path, which only one schema has. */
function isAnywhere({ kind }: Edit): boolean {
  return kind !== "copy";
}

/** The map of properties that a schema is in. */
function mapAround(pointer: string, root: Json): string | undefined {
  if (!isJsonObject(root)) return undefined;
  const nodes = nodesAlong(rootNode(root, ""), pointer);
  const [holder, map] = nodes.slice(-3);
  const isMember = nodes.length - 1 === parsePointer(pointer).length;
  const isProperty = map?.kind === "Schema" && map.form === "map" && holder?.kind === "Schema";
  return isMember && isProperty ? map.place.pointer : undefined;
}
