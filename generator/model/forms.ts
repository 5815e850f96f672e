import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import { keyOfPlace, type Place } from "../core/place.js";
import { childrenOf, referencesIn } from "../schema/children.js";
import { goes } from "../schema/parse.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { directionOf } from "../schema/scope.js";

/** A schema with the properties of one direction. */
export interface Form {
  readonly schema: Schema;
  readonly direction: Direction;
  /** Whether some properties are left out, in it or in what it refers to. */
  readonly isPartial: boolean;
}

/**
 * The forms of schemas that are other ones in requests or in responses, since `readOnly` or
 * `writeOnly` properties are in them, or in what they refer to, or since a policy reads them
 * otherwise.
 *
 * https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object
 *
 * @param targets - The schemas that stand on their own.
 * @returns The forms of each, by the id of the schema.
 */
export function findForms(
  targets: readonly Schema[],
  schemas: Schemas,
): ReadonlyMap<SchemaId, readonly Form[]> {
  const forms = new Map<SchemaId, Form[]>();
  // Few schemas leave out anything: each is looked through once to find those.
  const directed = targets.filter((schema) => leavesOut(schema, directions));
  for (const direction of directions) {
    const partial = withReferring(
      targets,
      directed.filter((schema) => leavesOut(schema, [direction])),
    );
    const differing = withReferring(targets, [
      ...partial,
      ...targets.filter(({ id }) => schemas.differs(id, direction)),
    ]);
    const keys = new Set(differing.map(({ place }) => keyOfPlace(place)));
    const lacking = new Set(partial);
    const differs = (place: Place): boolean => keys.has(keyOfPlace(place));
    for (const target of differing) {
      const { id, place } = target;
      const schema = schemas.inDirection(place, direction, differs);
      const form = { schema, direction, isPartial: lacking.has(target) };
      forms.set(id, [...(forms.get(id) ?? []), form]);
    }
  }
  return forms;
}

/** Some of the targets, and those that refer to them. */
function withReferring(targets: readonly Schema[], some: readonly Schema[]): readonly Schema[] {
  const found = new Set<SchemaId>();
  if (some.length === 0) return [];
  const referring = new Map<SchemaId, SchemaId[]>();
  for (const target of targets) {
    for (const id of referencesIn(target)) {
      const known = referring.get(id) ?? [];
      referring.set(id, known);
      known.push(target.id);
    }
  }
  const pending = some.map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const other of referring.get(id) ?? []) pending.push(other);
  }
  return targets.filter(({ id }) => found.has(id));
}

/** Whether a schema inside a form is another one than in the whole model. */
export function differsIn(
  form: Schema,
  whole: Schema,
  direction: Direction,
  schemas: Schemas,
): boolean {
  return (
    leavesOut(whole, [direction]) ||
    schemas.differs(whole.id, direction) ||
    referencesIn(form).some((id) => directionOf(id) === direction)
  );
}

const directions: readonly Direction[] = ["request", "response"];

/** Whether a schema leaves out a property somewhere inside, in one of some directions. */
function leavesOut(schema: Schema, some: readonly Direction[]): boolean {
  if (schema.kind === "boolean") return false;
  return childrenOf(schema).some(
    ({ schema: child, role }) =>
      (role.kind === "property" && !some.every((direction) => goes(child, direction))) ||
      leavesOut(child, some),
  );
}
