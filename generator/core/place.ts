import { joinPointer } from "./pointer.js";

/**
 * A place in one of the files that were read, as a stage knows it: by JSON pointer, not by line.
 * Lines and columns are looked up only when a diagnostic is shown.
 */
export interface Place {
  /** The URI of the file, as in {@link SourceText.uri}. */
  readonly uri: string;
  /** An RFC 6901 JSON pointer into the file; the empty string is the whole file. */
  readonly pointer: string;
  /** Whether the member's name or its value is meant. Default: `"value"`. */
  readonly part?: "key" | "value";
}

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

/** The place of another member of the same object. */
export function beside({ uri, pointer }: Place, name: string): Place {
  return { uri, pointer: joinPointer(pointer.slice(0, pointer.lastIndexOf("/")), name) };
}

/** A place and those around it in its file, the nearest first. */
export function placesAround({ uri, pointer }: Place): readonly Place[] {
  const ends = [...pointer.matchAll(/\//g)].map(({ index }) => index);
  return [pointer, ...ends.reverse().map((end) => pointer.slice(0, end))].map((each) => ({
    uri,
    pointer: each,
  }));
}
