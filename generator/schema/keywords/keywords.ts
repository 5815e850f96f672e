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

/** A keyword of the table, as needed to iterate over one schema. */
interface Entry {
  readonly name: KeywordName;
  /** Its position in the table. */
  readonly rank: number;
  /** A definition takes the value of its own keyword; the compiler cannot check this. */
  readonly definition: KeywordDefinition<unknown>;
}

const entries: ReadonlyMap<string, Entry> = new Map(
  // Object.keys has no narrower type than string, but the table has no other keys.
  (Object.keys(keywordTable) as KeywordName[]).map((name, rank) => [
    name,
    // As above: callers pass the value of the same keyword.
    { name, rank, definition: keywordTable[name] as KeywordDefinition<unknown> },
  ]),
);

/**
 * Returns the keywords among the members of an object, in the order of the table.
 *
 * @param members - A schema as the document writes it, or its keywords.
 */
export function keywordsIn(members: object): readonly Entry[] {
  // A schema has few of the keywords, so iterating over the whole table would take most of the
  // time.
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

/** Like {@link forEachKeyword}, but returns the results. */
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
