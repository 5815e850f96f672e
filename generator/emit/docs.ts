import type { DocTag } from "../schema/keywords/keyword.js";
import type { Keywords } from "../schema/keywords/keyword-values.js";
import { mapKeywords } from "../schema/keywords/keywords.js";
import { isIdentifier } from "../model/names.js";
import type { Schema } from "../schema/schema.js";
import type { Docs } from "../code/nodes.js";
import { listedValues, type ListedValue } from "./listed-values.js";

/** How many lines an example may have. */
const longestExample = 24;

/**
 * Returns the doc comment of a schema: its description, the descriptions of its values, and the
 * keywords that the type does not express. Undefined if there is nothing of this.
 *
 * @param note - A paragraph to follow the description.
 */
export function docsOf(schema: Schema, note = ""): Docs | undefined {
  const text = [descriptionOf(schema), note, ...notesOf(schema), valueLines(schema)];
  return docs(text, tagsOf(documentedKeywords(schema)));
}

/**
 * The doc comment of a property.
 *
 * @param schemas - The schemas that describe it.
 * @param isModel - Whether a schema is a model, so that its values are described there.
 */
export function docsOfProperty(
  schemas: readonly Schema[],
  isModel: (schema: Schema) => boolean,
): Docs | undefined {
  const texts = [
    ...schemas.map(descriptionOf),
    ...schemas.flatMap(notesOf),
    ...schemas.map((schema) => (isModel(schema) ? "" : valueLines(schema))),
  ];
  return docs(
    [...new Set(texts)],
    schemas.flatMap((schema) => tagsOf(documentedKeywords(schema))),
  );
}

/** The descriptions of the values that a schema lists, as a Markdown list. */
export function valueLines(schema: Schema): string {
  return listedValues(schema).flatMap(valueLine).join("\n");
}

function valueLine({ value, words, isDeprecated }: ListedValue): readonly string[] {
  if (words === "" && !isDeprecated) return [];
  const deprecated = isDeprecated ? " (deprecated)" : "";
  return [`- ${codeSpan(JSON.stringify(value))}${deprecated}${words === "" ? "" : `: ${words}`}`];
}

/** https://spec.commonmark.org/0.31.2/#code-spans */
function codeSpan(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = "`".repeat(
    [1, 2, 3].find((length) => !runs.includes(length)) ?? Math.max(...runs) + 1,
  );
  const isPadded = text.startsWith("`") || text.endsWith("`");
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function docs(texts: readonly string[], tags: readonly DocTag[]): Docs | undefined {
  const text = texts.filter((part) => part !== "").join("\n\n");
  const distinct = distinctTags(tags);
  return text === "" && distinct.length === 0 ? undefined : { text, tags: distinct };
}

function documentedKeywords(schema: Schema): Keywords {
  if (schema.kind === "boolean") return {};
  return schema.revision?.documented ?? schema.keywords;
}

function notesOf(schema: Schema): readonly string[] {
  return schema.kind === "boolean" ? [] : (schema.revision?.notes ?? []);
}

function descriptionOf(schema: Schema): string {
  // A title that is an identifier only repeats a name.
  const { title = "", description = isIdentifier(title) ? "" : title } = documentedKeywords(schema);
  return description.trimEnd();
}

function tagsOf(keywords: Keywords): readonly DocTag[] {
  return mapKeywords(keywords, ({ tags }, value) => tags?.(value) ?? []).flat();
}

function distinctTags(tags: readonly DocTag[]): readonly DocTag[] {
  const distinct = tags.filter(
    ({ name, text }, index) =>
      tags.findIndex(
        // There is one default: a schema that narrows a property has its own.
        (other) => other.name === name && (other.text === text || name === "default"),
      ) === index,
  );
  // One example shows the shape; a dozen would bury the rest.
  const [example] = distinct.filter(
    ({ name, text }) => name === "example" && text.split("\n").length <= longestExample,
  );
  return [
    ...distinct.filter(({ name }) => name !== "example"),
    ...(example === undefined ? [] : [example]),
  ];
}
