import type { Origin } from "./source-text.js";
import { isPointer, joinPointer, parsePointer } from "./pointer.js";

/**
 * Returns the origin of a file, or of a part of it.
 *
 * @param source The file.
 * @param pointer The part, as a JSON pointer. Default: the whole file.
 */
export function originIn(source: Origin["source"], pointer = ""): Origin {
  return { source, pointer, parts: new Map() };
}

/**
 * Returns the origin of a member of an object or an item of an array.
 *
 * @param origin The origin of the object or the array.
 * @param token The name of the member or the index of the item.
 */
export function originOfPart(origin: Origin, token: string): Origin {
  return origin.parts.get(token) ?? originIn(origin.source, joinPointer(origin.pointer, token));
}

/**
 * Returns the origin of a part of a value.
 *
 * @param origin The origin of the value.
 * @param pointer A JSON pointer into the value. A malformed one refers to the whole value.
 */
export function originAt(origin: Origin, pointer: string): Origin {
  return (isPointer(pointer) ? parsePointer(pointer) : []).reduce(originOfPart, origin);
}
