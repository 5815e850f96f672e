import type { Document } from "../openapi/document.js";
import { isJsonObject, type Json } from "../core/json.js";
import { keyOfPlace, type Place } from "../core/place.js";
import { referenceTarget } from "./walk.js";

/**
 * Counts the references to each place of a document.
 *
 * @param document The document.
 * @returns How many references lead to a place.
 */
export function countUses(document: Document): (place: Place) => number {
  const counts = new Map<string, number>();
  for (const { uri, value: root } of document.sources.values()) {
    const from = { uri, pointer: "" };
    const pending: Json[] = [root];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      if (typeof value !== "object" || value === null) continue;
      for (const member of Object.values(value)) pending.push(member);
      const target = isJsonObject(value) ? referenceTarget(value, from, document) : undefined;
      if (target === undefined) continue;
      const key = keyOfPlace(target);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (place) => counts.get(keyOfPlace(place)) ?? 0;
}
