import { parsePointer } from "../../core/pointer.js";
import { partsOf, withParts, type Traced } from "./traced.js";

/** Which values are selected, in one that they are parts of. */
export interface Selection {
  /** Whether the value itself is. */
  readonly isSelected: boolean;
  /** What is selected in its members or items, by name or index. */
  readonly below: ReadonlyMap<string, Selection>;
}

/** The selection of everything that JSON pointers name. */
export function selectionOf(pointers: readonly string[]): Selection {
  return group(pointers.map(parsePointer), 0);
}

function group(paths: readonly (readonly string[])[], depth: number): Selection {
  const below = new Map<string, (readonly string[])[]>();
  for (const path of paths) {
    const token = path[depth];
    if (token === undefined) continue;
    const same = below.get(token) ?? [];
    below.set(token, same);
    same.push(path);
  }
  return {
    isSelected: paths.some(({ length }) => length === depth),
    below: new Map([...below].map(([token, same]) => [token, group(same, depth + 1)])),
  };
}

/**
 * Changes everything that is selected, from the outside to the inside.
 *
 * @param whole What the selection was made in.
 * @param selection What to change.
 * @param change Returns what a selected value becomes; `undefined` takes it out of what is around it.
 * @returns The whole with the changes; `undefined` when it is taken out itself. All that is not
 *   around a change is shared with what was given.
 */
export function edited(
  whole: Traced,
  selection: Selection,
  change: (selected: Traced) => Traced | undefined,
): Traced | undefined {
  const outside = selection.isSelected ? change(whole) : whole;
  if (outside === undefined || selection.below.size === 0) return outside;
  const parts = partsOf(outside).flatMap(([token, part]) => {
    const below = selection.below.get(token);
    const now = below === undefined ? part : edited(part, below, change);
    return now === undefined ? [] : [[token, now] as const];
  });
  return withParts(outside, parts);
}
