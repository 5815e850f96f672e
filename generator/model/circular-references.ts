import type { SchemaId } from "../core/schema-id.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { appliedInPlace } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { describeCycle } from "../schema/reference-cycle.js";
import type { Model } from "./model.js";

/**
 * Reports references that lead back to themselves without descending into the value, each with its
 * path: a guard would never end, and the type would be undefined.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export function reportCircularReferences(
  models: readonly Model[],
  schemas: Schemas,
  log: DiagnosticLog,
): void {
  const entered = new Set<SchemaId>();
  const reported = new Set<SchemaId>();

  /** The schemas on the path to the current one, and the position of each. */
  const trail: TrailEntry[] = [];
  const positions = new Map<SchemaId, number>();

  function enter(schema: Schema): void {
    entered.add(schema.id);
    positions.set(schema.id, trail.length);
    trail.push({
      schema,
      next: appliedInPlace(schema, schemas.get)[Symbol.iterator](),
      lastReported: reported.has(schema.id) ? trail.length : (trail.at(-1)?.lastReported ?? -1),
    });
  }

  function reportCycle(start: Schema, from: number): void {
    if ((trail.at(-1)?.lastReported ?? -1) >= from) return;
    const way = trail.slice(from);
    for (const [index, entry] of way.entries()) {
      reported.add(entry.schema.id);
      entry.lastReported = from + index;
    }
    const { text, steps } = describeCycle(way.map(({ schema }) => schema));
    const [first, ...related] = steps;
    log.error({
      code: "endless-reference",
      message: `the reference leads back to itself without descending into the value: ${text}`,
      help: "remove one of these references, or move it into a property",
      place: first?.place ?? start.place,
      related,
    });
  }

  for (const { schema: root } of models) {
    if (!entered.has(root.id)) enter(root);
    for (let entry = trail.at(-1); entry !== undefined; entry = trail.at(-1)) {
      const next = entry.next.next();
      if (next.done === true) {
        positions.delete(entry.schema.id);
        trail.pop();
        continue;
      }
      const from = positions.get(next.value.id);
      if (from !== undefined) reportCycle(next.value, from);
      else if (!entered.has(next.value.id)) enter(next.value);
    }
  }
}

/** A schema on the path to another one. */
interface TrailEntry {
  readonly schema: Schema;
  /** The schemas that are still to be visited from here. */
  readonly next: Iterator<Schema>;
  /** The last position on the path, up to this one, where a schema was reported; -1 for none. */
  lastReported: number;
}
