import type { Place } from "../core/place.js";
import type { Change, DiffNote } from "./diff-result.js";

/** Where a change is in both documents. */
export interface Places {
  readonly oldPlace?: Place | undefined;
  readonly newPlace?: Place | undefined;
}

/** A change before its lines and its id are known. */
export interface ChangeDraft extends Omit<Change, "id" | "old" | "new">, Places {
  /** What it is about besides its place, such as the name of a property that is required. */
  readonly subject?: string | undefined;
}

/** A note before its lines and its id are known. */
export interface NoteDraft extends Omit<DiffNote, "id" | "old" | "new">, Places {}
