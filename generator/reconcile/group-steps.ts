import { isJsonObject, type Json } from "../core/json.js";
import { parsePointer } from "../core/pointer.js";
import { nodesAlong, rootNode } from "../openapi/walk.js";
import type { Edit } from "./edits.js";
import type { WidenedBy } from "./widening.js";

/** A step with the edits of its schema. */
export interface EditedStep extends WidenedBy {
  readonly edits: readonly Edit[];
  /** Whether it is the last step of its schema. */
  readonly isLast: boolean;
}

/** Steps that change the schemas of several properties of one object in the same way. */
export type StepGroup = readonly [EditedStep, ...EditedStep[]];

/**
 * Groups the steps that one action of an overlay can make: those that change several properties of one
 * object in the same way.
 *
 * @param steps The steps in the order in which they have to be made.
 * @param root The document.
 * @returns The groups in that order, each at the position of its last step: the steps between change
 *   only other properties.
 */
export function groupSteps(steps: readonly EditedStep[], root: Json): readonly StepGroup[] {
  const groups = new Map<string, StepGroup>();
  for (const [index, step] of steps.entries()) {
    const map =
      step.isLast && step.edits.every(isAnywhere) ? mapAround(step.pointer, root) : undefined;
    const key = JSON.stringify(map === undefined ? index : [map, step.step, step.edits]);
    const known = groups.get(key);
    // Deleted first, so that the group moves to the end of the map.
    groups.delete(key);
    groups.set(key, known === undefined ? [step] : [...known, step]);
  }
  return [...groups.values()];
}

/** Returns whether an edit can be made in several schemas: a copy names the path of one schema. */
function isAnywhere({ kind }: Edit): boolean {
  return kind !== "copy";
}

/** Returns the pointer to the `properties` map that a schema is in, or undefined. */
function mapAround(pointer: string, root: Json): string | undefined {
  if (!isJsonObject(root)) return undefined;
  const nodes = nodesAlong(rootNode(root, ""), pointer);
  const [holder, map] = nodes.slice(-3);
  const isMember = nodes.length - 1 === parsePointer(pointer).length;
  const isProperty = map?.kind === "Schema" && map.form === "map" && holder?.kind === "Schema";
  return isMember && isProperty ? map.place.pointer : undefined;
}
