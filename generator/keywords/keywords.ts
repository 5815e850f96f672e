import type { Json } from "../load/document.js";
import { annotationKeywords, type AnnotationKeywords } from "./annotations.js";
import { arrayKeywords, type ArrayKeywords } from "./arrays.js";
import { inPlaceKeywords, type InPlaceKeywords } from "./in-place.js";
import type { KeywordDefinition } from "./keyword.js";
import { numberKeywords, type NumberKeywords } from "./numbers.js";
import { objectKeywords, type ObjectKeywords } from "./objects.js";
import { stringKeywords, type StringKeywords } from "./strings.js";
import { valueKeywords, type ValueKeywords } from "./values.js";

/** The value of every keyword, parsed. */
export type KeywordValues = AnnotationKeywords &
  ValueKeywords &
  NumberKeywords &
  StringKeywords &
  ArrayKeywords &
  ObjectKeywords &
  InPlaceKeywords;

/** The keywords of one schema. */
export type Keywords = Readonly<Partial<KeywordValues>>;

export type KeywordName = keyof KeywordValues;

/** The definition of a keyword, which says how it is written where its parsed value is no JSON. */
export type KeywordEntry<Value> = KeywordDefinition<Value> &
  ([Value] extends [Json] ? unknown : Required<Pick<KeywordDefinition<Value>, "print">>);

/** Definitions for the keywords that an interface lists. */
export type KeywordTable<Values> = {
  readonly [Name in keyof Values]: KeywordEntry<Values[Name]>;
};

/** Every keyword, in the order in which its checks are made and its tags are shown. */
export const keywordTable: KeywordTable<KeywordValues> = {
  ...annotationKeywords,
  ...valueKeywords,
  ...numberKeywords,
  ...stringKeywords,
  ...arrayKeywords,
  ...objectKeywords,
  ...inPlaceKeywords,
};

/** The names of the table, typed. */
// Object.keys has no narrower type than string, but the table has no other keys.
const keywordNames: readonly KeywordName[] = Object.keys(keywordTable) as KeywordName[];

/** Where each keyword stands in the table. */
const ranks: ReadonlyMap<string, number> = new Map(
  keywordNames.map((name, index) => [name, index]),
);

/**
 * The keywords among the members of an object, in the order of the table.
 *
 * @param members - A schema as it stands in the document, or its keywords.
 */
export function keywordsIn(members: object): readonly KeywordName[] {
  // Most of the table is in no schema at all, so that to go through it would take most of the time.
  const found: KeywordName[] = [];
  let last = -1;
  let isOrdered = true;
  for (const name of Object.keys(members)) {
    const rank = ranks.get(name);
    const keyword = rank === undefined ? undefined : keywordNames[rank];
    if (rank === undefined || keyword === undefined) continue;
    found.push(keyword);
    isOrdered &&= last < rank;
    last = rank;
  }
  return isOrdered ? found : found.sort((left, right) => rankOf(left) - rankOf(right));
}

function rankOf(name: KeywordName): number {
  return ranks.get(name) ?? 0;
}

/**
 * Calls a function for each keyword that a schema has, with its definition, its value and its name,
 * in the order of the table.
 */
export function forEachKeyword(
  keywords: Keywords,
  call: <Value>(definition: KeywordDefinition<Value>, value: Value, name: KeywordName) => void,
): void {
  for (const name of keywordsIn(keywords)) {
    const value: unknown = keywords[name];
    // A definition takes the value of its own keyword, which the compiler cannot follow.
    const definition = keywordTable[name] as KeywordDefinition<unknown>;
    if (value !== undefined) call(definition, value, name);
  }
}

/** The same as {@link forEachKeyword}, with what the function returns. */
export function mapKeywords<Result>(
  keywords: Keywords,
  map: <Value>(definition: KeywordDefinition<Value>, value: Value, name: KeywordName) => Result,
): readonly Result[] {
  const results: Result[] = [];
  for (const name of keywordsIn(keywords)) {
    const value: unknown = keywords[name];
    // The same as above.
    const definition = keywordTable[name] as KeywordDefinition<unknown>;
    if (value !== undefined) results.push(map(definition, value, name));
  }
  return results;
}
