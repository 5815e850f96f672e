import type { Origin } from "./source-text.js";
import { isPointer, joinPointer, parsePointer } from "./pointer.js";

/**
 * Where a value that is a file as it was read, or a part of it, came from: from there.
 *
 * @param source The file.
 * @param pointer The part of it, as a JSON pointer. Default: all of it.
 */
export function originIn(source: Origin["source"], pointer = ""): Origin {
  return { source, pointer, parts: new Map() };
}

/**
 * Where a member of an object or an item of an array came from.
 *
 * @param origin Where the object or the array came from.
 * @param token The name of the member or the index of the item.
 */
export function originOfPart(origin: Origin, token: string): Origin {
  return origin.parts.get(token) ?? originIn(origin.source, joinPointer(origin.pointer, token));
}

/**
 * Where something deep inside of a value came from.
 *
 * @param origin Where the value came from.
 * @param pointer A JSON pointer into the value; a malformed one can only mean the whole value.
 */
export function originAt(origin: Origin, pointer: string): Origin {
  return (isPointer(pointer) ? parsePointer(pointer) : []).reduce(originOfPart, origin);
}
