import type { Place } from "../core/place.js";
import type { Change, DiffNote } from "./diff-result.js";

/** Where a change is in both documents. */
export interface Places {
  readonly oldPlace?: Place | undefined;
  readonly newPlace?: Place | undefined;
}

/** A change before its lines and its id are known. */
export interface ChangeDraft extends Omit<Change, "id" | "old" | "new">, Places {}

/** A note before its lines and its id are known. */
export interface NoteDraft extends Omit<DiffNote, "id" | "old" | "new">, Places {}
