/** How large a value is. */
import type { Json } from "../../core/json.js";
export interface Size {
  /** How many values it consists of, itself included. */
  readonly values: number;
  /** How many arrays and objects lie inside one another, itself included. */
  readonly height: number;
}

/**
 * Measures a value.
 *
 * @param value The value; what stands in it several times counts several times.
 * @param limit How many values are counted.
 * @returns Its size; when it consists of more than `limit` values, some number above that.
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
