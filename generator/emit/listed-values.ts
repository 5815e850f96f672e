import type { Json } from "../core/json.js";
import { needsOwnModel } from "../model/needs-own-model.js";
import type { Keywords } from "../schema/keywords/keyword-values.js";
import { descriptionKeywords, labelOf, nameKeywords } from "../schema/keywords/value-labels.js";
import type { Schema } from "../schema/schema.js";
import { firstParagraph } from "./first-paragraph.js";

/** A value that a schema lists, with its description in the document. */
export interface ListedValue {
  readonly value: Json;
  /** Its name and its description; empty if there is neither. */
  readonly words: string;
  readonly isDeprecated: boolean;
}

/** The values that a schema lists itself, in its order, without the values of models inside it. */
export function listedValues(schema: Schema): readonly ListedValue[] {
  const found = new Map<string, ListedValue>();
  for (const listed of allListed(schema)) {
    const key = JSON.stringify(listed.value);
    const known = found.get(key);
    if (known === undefined || known.words === "") found.set(key, listed);
  }
  return [...found.values()];
}

function allListed(schema: Schema): readonly ListedValue[] {
  if (schema.kind === "boolean") return [];
  const { keywords } = schema;
  const { allOf = [], anyOf = [], oneOf = [] } = keywords;
  return [
    ...ownValues(keywords),
    ...allOf.flatMap(allListed),
    ...[...anyOf, ...oneOf].flatMap(listedInOption),
  ];
}

function ownValues(keywords: Keywords): readonly ListedValue[] {
  const { enum: closed, "x-open-enum": open, const: only } = keywords;
  const values = closed ?? open ?? (only === undefined ? [] : [only]);
  return values.map((value, index) => {
    const label = (names: typeof nameKeywords | typeof descriptionKeywords): string =>
      names.map((name) => labelOf(keywords[name], values, index)).find((text) => text !== "") ?? "";
    const words = wordsOf(value, label(nameKeywords), label(descriptionKeywords));
    return { value, words, isDeprecated: false };
  });
}

/** If an option of a union has a single value, its title and description are those of the value. */
function listedInOption(schema: Schema): readonly ListedValue[] {
  if (schema.kind === "boolean" || needsOwnModel(schema)) return [];
  const listed = allListed(schema);
  const [only] = listed;
  if (only === undefined || listed.length > 1) return listed;
  const { title = "", description = "", deprecated = false } = schema.keywords;
  const words = wordsOf(only.value, title, description);
  return [
    { value: only.value, words: words === "" ? only.words : words, isDeprecated: deprecated },
  ];
}

/** `Label. Description`, without a label that is the value itself. */
function wordsOf(value: Json, label: string, description: string): string {
  const parts = [label === value ? "" : label, description].map(firstParagraph);
  const [name = "", text = ""] = parts;
  if (name === "" || text === "" || name === text) return name || text;
  return `${name}${/[.!?:]$/.test(name) ? "" : "."} ${text}`;
}
