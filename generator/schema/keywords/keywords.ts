import { annotationKeywords } from "./annotations.js";
import { arrayKeywords } from "./arrays.js";
import { inPlaceKeywords } from "./in-place.js";
import type { KeywordDefinition, KeywordTable } from "./keyword.js";
import type { KeywordName, Keywords, KeywordValues } from "./keyword-values.js";
import { numberKeywords } from "./numbers.js";
import { objectKeywords } from "./objects.js";
import { stringKeywords } from "./strings.js";
import { valueLabelKeywords } from "./value-labels.js";
import { valueKeywords } from "./values.js";

/** Every keyword, in the order in which its checks are made and its tags are shown. */
const keywordTable: KeywordTable<KeywordValues> = {
  ...annotationKeywords,
  ...valueLabelKeywords,
  ...valueKeywords,
  ...numberKeywords,
  ...stringKeywords,
  ...arrayKeywords,
  ...objectKeywords,
  ...inPlaceKeywords,
};

/** A keyword of the table, as those who go through one schema need it. */
interface Entry {
  readonly name: KeywordName;
  /** Where it stands in the table. */
  readonly rank: number;
  /** A definition takes the value of its own keyword, which the compiler cannot follow. */
  readonly definition: KeywordDefinition<unknown>;
}

const entries: ReadonlyMap<string, Entry> = new Map(
  // Object.keys has no narrower type than string, but the table has no other keys.
  (Object.keys(keywordTable) as KeywordName[]).map((name, rank) => [
    name,
    // The same as above: whoever has the definition passes the value of the same keyword.
    { name, rank, definition: keywordTable[name] as KeywordDefinition<unknown> },
  ]),
);

/**
 * The keywords among the members of an object, in the order of the table.
 *
 * @param members - A schema as it stands in the document, or its keywords.
 */
export function keywordsIn(members: object): readonly Entry[] {
  // Most of the table is in no schema at all, so that to go through it would take most of the time.
  const found: Entry[] = [];
  let last = -1;
  let isOrdered = true;
  for (const name of Object.keys(members)) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    found.push(entry);
    isOrdered &&= last < entry.rank;
    last = entry.rank;
  }
  return isOrdered ? found : found.sort((left, right) => left.rank - right.rank);
}

/**
 * Calls a function for each keyword that a schema has, with its definition, its value and its name,
 * in the order of the table.
 */
export function forEachKeyword(
  keywords: Keywords,
  call: <Value>(definition: KeywordDefinition<Value>, value: Value, name: KeywordName) => void,
): void {
  for (const { name, definition } of keywordsIn(keywords)) {
    const value: unknown = keywords[name];
    if (value !== undefined) call(definition, value, name);
  }
}

/** The same as {@link forEachKeyword}, with what the function returns. */
export function mapKeywords<Result>(
  keywords: Keywords,
  map: <Value>(definition: KeywordDefinition<Value>, value: Value, name: KeywordName) => Result,
): readonly Result[] {
  const results: Result[] = [];
  for (const { name, definition } of keywordsIn(keywords)) {
    const value: unknown = keywords[name];
    if (value !== undefined) results.push(map(definition, value, name));
  }
  return results;
}
