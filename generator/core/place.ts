import { joinPointer } from "./pointer.js";

/**
 * A place in one of the files that were read, by JSON pointer. Lines and columns are only determined for
 * diagnostics that are shown.
 */
export interface Place {
  /** The URI of the file, as in {@link SourceText.uri}. */
  readonly uri: string;
  /** An RFC 6901 JSON pointer into the file; the empty string is the whole file. */
  readonly pointer: string;
  /** Whether the place is the name or the value of the member. Default: `"value"`. */
  readonly part?: "key" | "value";
}

/** Returns a key for a place: its URI with the pointer as the fragment. */
export function keyOfPlace({ uri, pointer }: Place): string {
  return `${uri}#${pointer}`;
}

/** Returns whether two places are the same. */
export function isSamePlace(left: Place, right: Place): boolean {
  return left.pointer === right.pointer && left.uri === right.uri;
}

/** Returns the place below another one, by member names and indexes. */
export function below({ uri, pointer }: Place, ...tokens: readonly (string | number)[]): Place {
  return { uri, pointer: joinPointer(pointer, ...tokens) };
}

/** Returns the place of another member of the same object. */
export function beside({ uri, pointer }: Place, name: string): Place {
  return { uri, pointer: joinPointer(pointer.slice(0, pointer.lastIndexOf("/")), name) };
}

/** Returns a place and those around it in its file, the nearest first. */
export function placesAround({ uri, pointer }: Place): readonly Place[] {
  const ends = [...pointer.matchAll(/\//g)].map(({ index }) => index);
  return [pointer, ...ends.reverse().map((end) => pointer.slice(0, end))].map((each) => ({
    uri,
    pointer: each,
  }));
}
