import type { Origin, SourceText } from "../../core/source-text.js";
import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import { originIn, originOfPart } from "../../core/origin.js";
import { childOf, joinPointer, parsePointer } from "../../core/pointer.js";

/** A value with the origins of its parts. */
export interface Traced {
  readonly value: Json;
  readonly origin: Origin;
}

/** A member of an object with its name, or an item of an array with its index. */
export type Part = readonly [token: string, part: Traced];

/**
 * Returns a value of a file.
 *
 * @param value The value.
 * @param source The file.
 * @param pointer Its JSON pointer. Default: the whole file.
 */
export function traced(value: Json, source: SourceText, pointer = ""): Traced {
  return { value, origin: originIn(source, pointer) };
}

/** Returns the value at a JSON pointer, which has to exist. */
export function tracedAt(root: Traced, pointer: string): Traced {
  return parsePointer(pointer).reduce<Traced>(({ value, origin }, token) => {
    return { value: childOf(value, token) ?? null, origin: originOfPart(origin, token) };
  }, root);
}

/** Returns the members of an object or the items of an array; a primitive value has none. */
export function partsOf({ value, origin }: Traced): readonly Part[] {
  if (!isJsonObject(value) && !isJsonArray(value)) return [];
  return Object.entries(value).map(([token, part]) => {
    return [token, { value: part, origin: originOfPart(origin, token) }];
  });
}

/**
 * Returns an object with other members, or an array with other items.
 *
 * @param whole The object or the array.
 * @param parts The new parts. The items of an array get new indexes.
 * @returns The new object or array, with the origin of the old one.
 */
export function withParts({ value, origin }: Traced, parts: readonly Part[]): Traced {
  const items = parts.map(([, part]) => part);
  const placed = isJsonArray(value)
    ? items.map((item, index): Part => [String(index), item])
    : parts;
  const elsewhere = placed.filter(([token, part]) => !isUntouched(part.origin, origin, token));
  const origins = elsewhere.map(([token, part]) => [token, part.origin] as const);
  return {
    // `Object.fromEntries` also makes a member of the name `__proto__`.
    value: isJsonArray(value)
      ? items.map((item) => item.value)
      : Object.fromEntries(parts.map(([name, part]) => [name, part.value])),
    origin: { ...origin, parts: new Map(origins) },
  };
}

/** Returns whether a part and everything in it comes from its own place in the file of the whole. */
function isUntouched(part: Origin, whole: Origin, token: string): boolean {
  const isThere =
    part.source === whole.source && part.pointer === joinPointer(whole.pointer, token);
  return isThere && part.parts.size === 0;
}
