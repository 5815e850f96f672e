import type { Place } from "../diagnostics/diagnostic.js";
import type { Document, Json, JsonObject } from "./document.js";
import { joinPointer, resolvePointer } from "./pointer.js";

/** A text that is the same for the same place: its URI with the pointer as the fragment. */
export function keyOfPlace({ uri, pointer }: Place): string {
  return `${uri}#${pointer}`;
}

/** Whether two places are one. */
export function isSamePlace(left: Place, right: Place): boolean {
  return left.pointer === right.pointer && left.uri === right.uri;
}

/** The place that member names and indexes lead to from another one. */
export function below({ uri, pointer }: Place, ...tokens: readonly (string | number)[]): Place {
  return { uri, pointer: joinPointer(pointer, ...tokens) };
}

/** What stands at a place of a document; undefined, if nothing does. */
export function valueAt({ uri, pointer }: Place, document: Document): Json | undefined {
  const source = document.sources.get(uri);
  return source === undefined ? undefined : resolvePointer(source.value, pointer);
}

/** A member of an object that is its own. */
export function ownMember(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
