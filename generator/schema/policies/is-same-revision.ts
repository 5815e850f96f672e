import { childrenOf } from "../children.js";
import type { Schema } from "../schema.js";

/**
 * Whether policies changed one schema in the same way twice. Every change has a note, so it is
 * enough to compare the notes.
 */
export function isSameRevision(left: Schema, right: Schema): boolean {
  if (left === right) return true;
  if (left.kind === "boolean") return right.kind === "boolean" && left.value === right.value;
  if (right.kind === "boolean") return false;
  const notes = left.revision?.notes ?? [];
  const otherNotes = right.revision?.notes ?? [];
  const inside = childrenOf(left);
  const otherInside = childrenOf(right);
  return (
    notes.length === otherNotes.length &&
    notes.every((note, index) => note === otherNotes[index]) &&
    inside.length === otherInside.length &&
    inside.every(({ schema }, index) => {
      const other = otherInside[index];
      return other !== undefined && isSameRevision(schema, other.schema);
    })
  );
}
