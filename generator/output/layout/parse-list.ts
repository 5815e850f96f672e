import type { Scanner } from "./scanner.js";

/** Parses what is separated by commas, up to the mark that ends it. */
export function parseList<T>(scanner: Scanner, end: string, parseItem: () => T): readonly T[] {
  const items: T[] = [];
  while (!scanner.take(end)) {
    items.push(parseItem());
    if (!scanner.is(end)) scanner.expect(",");
  }
  return items;
}
