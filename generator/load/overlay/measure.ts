import type { Json } from "../../core/json.js";

/** The size of a value. */
export interface Size {
  /** How many values it consists of, including itself. */
  readonly values: number;
  /** The depth of nested arrays and objects, including itself. */
  readonly height: number;
}

/**
 * Measures a value.
 *
 * @param value The value. A shared part counts each time it occurs.
 * @param limit When to stop counting.
 * @returns Its size. If it has more than `limit` values, the number is only some number above it.
 */
export function measured(value: Json, limit: number): Size {
  if (typeof value !== "object" || value === null) return { values: 1, height: 0 };
  let values = 1;
  let height = 0;
  for (const part of Object.values(value)) {
    if (values > limit) break;
    const inner = measured(part, limit - values);
    values += inner.values;
    height = Math.max(height, inner.height);
  }
  return { values, height: height + 1 };
}
