import type { Origin, SourceText } from "../../core/source-text.js";
import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import { originIn, originOfPart } from "../../core/origin.js";
import { childOf, joinPointer, parsePointer } from "../../core/pointer.js";

/** A value that knows which files it was put together from. */
export interface Traced {
  readonly value: Json;
  readonly origin: Origin;
}

/** A member of an object with its name, or an item of an array with its index. */
export type Part = readonly [token: string, part: Traced];

/**
 * A value as it stands in a file.
 *
 * @param value The value.
 * @param source The file.
 * @param pointer Where in the file. Default: all of it.
 */
export function traced(value: Json, source: SourceText, pointer = ""): Traced {
  return { value, origin: originIn(source, pointer) };
}

/** The value at a JSON pointer that was found in a value. */
export function tracedAt(root: Traced, pointer: string): Traced {
  return parsePointer(pointer).reduce<Traced>(({ value, origin }, token) => {
    return { value: childOf(value, token) ?? null, origin: originOfPart(origin, token) };
  }, root);
}

/** The members of an object or the items of an array; none of a primitive value. */
export function partsOf({ value, origin }: Traced): readonly Part[] {
  if (!isJsonObject(value) && !isJsonArray(value)) return [];
  return Object.entries(value).map(([token, part]) => {
    return [token, { value: part, origin: originOfPart(origin, token) }];
  });
}

/**
 * An object with other members, or an array with other items.
 *
 * @param whole The object or the array.
 * @param parts What it is to consist of. The items of an array get new indexes.
 * @returns The new object or array, which still stands where the old one did.
 */
export function withParts({ value, origin }: Traced, parts: readonly Part[]): Traced {
  const items = parts.map(([, part]) => part);
  const placed = isJsonArray(value)
    ? items.map((item, index): Part => [String(index), item])
    : parts;
  const elsewhere = placed.filter(([token, part]) => !isUntouched(part.origin, origin, token));
  const origins = elsewhere.map(([token, part]) => [token, part.origin] as const);
  return {
    // `Object.fromEntries` makes a member of every name, `__proto__` among them.
    value: isJsonArray(value)
      ? items.map((item) => item.value)
      : Object.fromEntries(parts.map(([name, part]) => [name, part.value])),
    origin: { ...origin, parts: new Map(origins) },
  };
}

/** Whether a part is, with all that is in it, where its pointer leads to in the file of the whole. */
function isUntouched(part: Origin, whole: Origin, token: string): boolean {
  const isThere =
    part.source === whole.source && part.pointer === joinPointer(whole.pointer, token);
  return isThere && part.parts.size === 0;
}
