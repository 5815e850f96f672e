import type { RelatedPlace } from "../core/diagnostic.js";
import { below } from "../core/place.js";
import { nameOfPlace } from "../openapi/navigate.js";
import { childrenOf } from "./children.js";
import type { Schema } from "./schema.js";

/** A path from a schema back to itself, as diagnostics show it. */
export interface ReferenceCycle {
  /** The name of the schema from which the path is shown. */
  readonly start: string;
  /** `Pet → oneOf/0 → Cat → allOf/0 → Pet` */
  readonly text: string;
  /** The place of each reference on the path. */
  readonly steps: readonly RelatedPlace[];
}

/**
 * Describes a path that leads back to its first schema.
 *
 * @param path - The schemas on it: each applies the next one to the same value, and the last one the
 * first. The path is shown from the first schema, or from the last one before it that is referred
 * to.
 */
export function describeCycle(path: readonly Schema[]): ReferenceCycle {
  const [begin] = path;
  const isWritten = begin !== undefined && isInside(begin, path.at(-1));
  const entry = isWritten
    ? path.findLastIndex((schema, at) => !isInside(schema, path.at(at - 1)))
    : 0;
  const turned = [...path.slice(entry), ...path.slice(0, Math.max(entry, 0))];
  const words: string[] = [];
  const all: RelatedPlace[] = [];
  let [from] = turned;
  for (const [index, schema] of turned.entries()) {
    const next = turned[(index + 1) % turned.length];
    if (from === undefined || next === undefined || isInside(next, schema)) continue;
    const inside = schema.place.pointer.slice(from.place.pointer.length + 1);
    const label = inside === "" ? referenceOf(schema) : inside;
    const [name, nextName] = [nameOfPlace(from.place), nameOfPlace(next.place)];
    words.push(`${name} → ${label}`);
    all.push({
      message: `\`${label}\` of ${name} leads to ${nextName}`,
      place: below(schema.place, referenceOf(schema)),
    });
    from = next;
  }
  const [first] = turned;
  const start = first === undefined ? "" : nameOfPlace(first.place);
  return { start, text: [...shortened(words, "…"), start].join(" → "), steps: shortened(all) };
}

/** Keeps only both ends of a list that is too long to read. */
function shortened<Item>(items: readonly Item[], ...between: readonly Item[]): readonly Item[] {
  return items.length <= mostShown
    ? items
    : [...items.slice(0, mostShown - 1), ...between, ...items.slice(-1)];
}

/** How many steps of a path are shown. */
const mostShown = 12;

function isInside(inner: Schema, outer: Schema | undefined): boolean {
  return outer?.kind === "object" && childrenOf(outer).some(({ schema }) => schema.id === inner.id);
}

function referenceOf(schema: Schema): "$ref" | "$dynamicRef" {
  return schema.kind === "object" && schema.keywords.$ref === undefined ? "$dynamicRef" : "$ref";
}
