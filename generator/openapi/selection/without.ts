import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import type { SourceDocument } from "../../core/source-text.js";

/** What to remove from a value: all of it, or some of its members. */
type Removal = "all" | Map<string, Removal>;

/** Returns the files without the members at some places. Only the values around these are copied. */
export function withoutPlaces(
  sources: ReadonlyMap<string, SourceDocument>,
  places: readonly Place[],
): ReadonlyMap<string, SourceDocument> {
  const byFile = new Map<string, Map<string, Removal>>();
  for (const { uri, pointer } of places) {
    let inside = byFile.get(uri) ?? new Map<string, Removal>();
    byFile.set(uri, inside);
    const tokens = parsePointer(pointer);
    const last = tokens.pop() ?? "";
    for (const token of tokens) {
      const known = inside.get(token) ?? new Map<string, Removal>();
      if (known === "all") break;
      inside.set(token, known);
      inside = known;
    }
    inside.set(last, "all");
  }
  return new Map(
    [...sources].map(([uri, source]) => {
      const removal = byFile.get(uri);
      return [uri, removal ? { ...source, value: without(source.value, removal) } : source];
    }),
  );
}

function without(value: Json, removal: ReadonlyMap<string, Removal>): Json {
  if (isJsonArray(value)) {
    return value.map((item, index) => {
      const inside = removal.get(String(index));
      return inside === undefined || inside === "all" ? item : without(item, inside);
    });
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const inside = removal.get(name);
      if (inside === "all") return [];
      return [[name, inside === undefined ? member : without(member, inside)]];
    }),
  );
}
