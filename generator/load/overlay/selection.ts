import { parsePointer } from "../../core/pointer.js";
import { partsOf, withParts, type Traced } from "./traced.js";

/** The selected values in a value, as a tree. */
export interface Selection {
  /** Whether the value itself is selected. */
  readonly isSelected: boolean;
  /** The selections in its members or items, by name or index. */
  readonly below: ReadonlyMap<string, Selection>;
}

/** Returns the selection for JSON pointers. */
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
 * Changes the selected values, from the outside to the inside.
 *
 * @param whole The value with the selection.
 * @param selection The values to change.
 * @param change Returns the new value for a selected one; `undefined` removes it.
 * @returns The changed value, or `undefined` if it is removed itself. Unchanged parts are shared with the
 *   given value.
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
