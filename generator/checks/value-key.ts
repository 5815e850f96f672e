import { isJsonArray, isJsonObject, type Json } from "../core/json.js";

/** A text that is equal exactly for equal values. */
export function keyOfValue(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(keyOfValue).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${keyOfValue(member)}`,
  );
  return `{${members.sort().join()}}`;
}

/** Drops values that equal an earlier one. */
export function uniqueValues(values: readonly Json[]): readonly Json[] {
  const unique = new Map<string, Json>();
  for (const value of values) {
    const key = keyOfValue(value);
    if (!unique.has(key)) unique.set(key, value);
  }
  return [...unique.values()];
}
