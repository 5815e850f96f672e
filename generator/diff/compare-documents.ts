import type { Direction } from "../core/direction.js";
import type { Place } from "../core/place.js";
import type { Document } from "../openapi/document.js";
import { locatePlace } from "../text/locate.js";
import { joinModels } from "./data/both-models.js";
import { completeModels } from "./data/complete-models.js";
import { DataComparison } from "./data/compare-data.js";
import { guardsOf } from "./data/load-guards.js";
import { subjectsOf } from "./data/subjects.js";
import type { Change, Diff, DiffLocation, DiffNote } from "./diff-result.js";
import type { ChangeDraft, NoteDraft, Places } from "./draft.js";
import { fingerprint } from "./fingerprint.js";
import { mergeTypes } from "./merge-types.js";
import { compareNotes } from "./notes/compare-notes.js";
import { compareOperations } from "./operations/compare-operations.js";
import { deriveSideTypes } from "./side-types.js";
import type { Sides } from "./subject.js";
import { summarized } from "./summarize.js";
import { compareTypes } from "./types/compare-types.js";

/** How documents are compared. */
export interface CompareOptions {
  /** Whether payloads are searched. Without them, a break that needs one is unknown. Default: true. */
  readonly payloads?: boolean;
}

const directions: readonly Direction[] = ["request", "response"];

/**
 * Compares two documents.
 *
 * @param sides The documents, with their models.
 * @returns The differences, those that break somebody first.
 */
export function compareDocuments(sides: Sides, { payloads = true }: CompareOptions = {}): Diff {
  const { parts, changes } = compareOperations(sides);
  const complete = completeModels(sides, parts);
  const models = joinModels(complete, parts);
  const { subjects, reach } = subjectsOf(complete, parts, models);
  const comparison = new DataComparison(complete, models);
  const found = subjects.flatMap((subject) => comparison.changesOf(subject));
  const open = new Set(found.flatMap(({ isContained, subject }) => (isContained ? [] : [subject])));
  const sideTypes = deriveSideTypes(complete);
  const guards = payloads && open.size > 0 ? guardsOf(open, complete, sideTypes) : undefined;
  const data = found.map((change) => comparison.draftOf(change, guards));
  const types = compareTypes(sides, sideTypes, (component) => {
    const reached = directions.filter((direction) => reach(component, direction).length > 0);
    return reached.length === 0 ? directions : reached;
  });
  const drafts = mergeTypes([...data, ...changes], types, ({ component, direction }) =>
    reach(component, direction),
  );
  const ids = new Ids();
  const notes = compareNotes(sides);
  return summarized({
    changes: [...drafts]
      .sort((left, right) => rankOf(left) - rankOf(right))
      .map(finished(sides, ids)),
    meaning: notes.meaning.map(finishedNote(sides, ids)),
    documentation: notes.documentation.map(finishedNote(sides, ids)),
  });
}

/** What breaks data comes first, then what is unknown, what breaks types, and the rest. */
function rankOf({ data, types }: ChangeDraft): number {
  return data === "breaking" ? 0 : data === "unknown" ? 1 : types === "breaking" ? 2 : 3;
}

/** Adds its id and its positions to an entry. */
function finished({ old, new: next }: Sides, ids: Ids): (draft: ChangeDraft) => Change {
  return ({ oldPlace, newPlace, subject, ...draft }) => ({
    id: ids.of([
      draft.component,
      draft.pointer,
      draft.direction,
      draft.rule,
      subject,
      draft.message,
    ]),
    ...draft,
    ...positions({ oldPlace, newPlace }, { old: old.document, new: next.document }),
  });
}

function finishedNote({ old, new: next }: Sides, ids: Ids): (draft: NoteDraft) => DiffNote {
  return ({ oldPlace, newPlace, ...draft }) => ({
    id: ids.of([draft.component, draft.pointer, draft.keyword, draft.message]),
    ...draft,
    ...positions({ oldPlace, newPlace }, { old: old.document, new: next.document }),
  });
}

function positions(
  { oldPlace, newPlace }: Places,
  documents: { readonly old: Document; readonly new: Document },
): Pick<Change, "old" | "new"> {
  const [old, next] = [positionOf(oldPlace, documents.old), positionOf(newPlace, documents.new)];
  return { ...(old !== undefined && { old }), ...(next !== undefined && { new: next }) };
}

function positionOf(place: Place | undefined, { sources }: Document): DiffLocation | undefined {
  if (place === undefined) return undefined;
  const { file, position } = locatePlace(place, sources);
  return file === undefined || position === undefined ? undefined : { file, ...position };
}

/** Ids that are the same in each run, and differ inside of one. */
class Ids {
  readonly #known = new Map<string, number>();

  of(parts: readonly (string | undefined)[]): string {
    const id = fingerprint(JSON.stringify(parts));
    const count = (this.#known.get(id) ?? 0) + 1;
    this.#known.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  }
}
