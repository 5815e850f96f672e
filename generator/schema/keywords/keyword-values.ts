import type { AnnotationKeywords } from "./annotations.js";
import type { ArrayKeywords } from "./arrays.js";
import type { InPlaceKeywords } from "./in-place.js";
import type { NumberKeywords } from "./numbers.js";
import type { ObjectKeywords } from "./objects.js";
import type { StringKeywords } from "./strings.js";
import type { ValueLabelKeywords } from "./value-labels.js";
import type { ValueKeywords } from "./values.js";

// A schema holds keywords, which hold schemas. Every import cycle passes through this file, which
// holds types only.

/** The value of every keyword, parsed. */
export type KeywordValues = AnnotationKeywords &
  ValueLabelKeywords &
  ValueKeywords &
  NumberKeywords &
  StringKeywords &
  ArrayKeywords &
  ObjectKeywords &
  InPlaceKeywords;

/** The keywords of one schema. */
export type Keywords = Readonly<Partial<KeywordValues>>;

export type KeywordName = keyof KeywordValues;
