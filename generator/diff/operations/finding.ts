import type { Direction } from "../../core/direction.js";
import { below, keyOfPlace, type Place } from "../../core/place.js";
import type { ReadModels } from "../../model/read-models.js";
import type { Found } from "../../openapi/navigate.js";
import type { DiffRule, PayloadPart, Proof } from "../diff-result.js";
import type { ChangeDraft } from "../draft.js";
import type { OperationPart } from "../subject.js";
import { nearest, type Entry } from "../../openapi/entries.js";
import { otherThan, type Call, type Pair, type Side } from "./call.js";

/** A result of the comparison: schemas to compare, or a change that is already decided. */
export type Finding = { readonly part: OperationPart } | { readonly change: ChangeDraft };

/** What is said about a change, besides where it is. */
export interface Decision {
  readonly direction: Direction;
  readonly data: "breaking" | "compatible";
  readonly message: string;
  readonly rule?: DiffRule;
  readonly proof?: Proof;
}

/**
 * Returns a change of an object that both documents have.
 *
 * @param at The object in the new document.
 * @param places The fields of it that changed.
 */
export function changed(
  { operation }: Call,
  at: Place,
  places: Pair<Place>,
  decision: Decision,
): Finding {
  return {
    change: {
      ...decision,
      pointer: at.pointer,
      operations: [operation],
      types: "compatible",
      oldPlace: places.old,
      newPlace: places.new,
    },
  };
}

/**
 * Returns a change for an object that one document has.
 *
 * @param side The document that has it.
 * @param place Its place there.
 * @param around Where it would be in the other document; if there is no such place, it is one around that.
 */
export function oneSided(
  { operation, read }: Call,
  side: Side,
  place: Place,
  around: Place,
  decision: Decision,
): Finding {
  const other = nearest(read[otherThan(side)].document, around);
  return {
    change: {
      ...decision,
      pointer: place.pointer,
      operations: [operation],
      types: "compatible",
      oldPlace: side === "old" ? place : other,
      newPlace: side === "new" ? place : other,
    },
  };
}

/** Returns the place of a field of an object, or that of the object, if it has no such field. */
export function fieldPlaces(call: Call, objects: Pair<Found>, field: string): Pair<Place> {
  const placeIn = (side: Side): Place =>
    nearest(call.read[side].document, below(objects[side].place, field));
  return { old: placeIn("old"), new: placeIn("new") };
}

/** Returns the parts of an object with schemas: of a parameter, a header or a media type. */
export function* schemaParts(
  { operation, read }: Call,
  direction: Direction,
  part: PayloadPart,
  objects: Pair<Entry>,
  isNeeded: (schema: Place, document: ReadModels["document"]) => boolean = () => true,
): Generator<Finding> {
  for (const name of ["schema", "itemSchema"]) {
    const has = (side: Side): boolean => Object.hasOwn(objects[side].value, name);
    const untyped = has("old") ? (has("new") ? undefined : "new") : "old";
    if (untyped === "old" && !has("new")) continue;
    const placeIn = (side: Side): Place =>
      untyped === side ? objects[side].place : below(objects[side].place, name);
    if (untyped !== undefined) {
      const typed = otherThan(untyped);
      // A sequence that one document describes as a whole, and the other by its items, is not compared.
      const otherName = name === "schema" ? "itemSchema" : "schema";
      if (Object.hasOwn(objects[untyped].value, otherName)) continue;
      if (!isNeeded(placeIn(typed), read[typed].document)) continue;
    }
    yield {
      part: {
        operation,
        direction,
        part,
        old: placeIn("old"),
        new: placeIn("new"),
        ...(untyped !== undefined && { untyped }),
        ...(name === "itemSchema" && { isItem: true }),
      },
    };
  }
}

/** Returns each change once, in the place where it was made, with all operations that it reaches. */
export function mergeChanges(changes: readonly ChangeDraft[]): readonly ChangeDraft[] {
  const merged = new Map<string, { readonly first: ChangeDraft; readonly names: Set<string> }>();
  for (const change of changes) {
    const key = keyOfChange(change);
    const known = merged.get(key) ?? { first: change, names: new Set<string>() };
    merged.set(key, known);
    for (const name of change.operations) known.names.add(name);
  }
  return [...merged.values()].map(({ first, names }) => ({ ...first, operations: [...names] }));
}

function keyOfChange({
  pointer,
  direction,
  data,
  rule,
  message,
  oldPlace,
  newPlace,
}: ChangeDraft): string {
  const places = [oldPlace, newPlace].map((place) => place && keyOfPlace(place));
  return JSON.stringify([pointer, direction, data, rule, message, places]);
}
