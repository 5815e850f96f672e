import type { DocTag } from "../schema/keywords/keyword.js";
import type { Keywords } from "../schema/keywords/keyword-values.js";
import { mapKeywords } from "../schema/keywords/keywords.js";
import { isIdentifier } from "../model/names.js";
import type { Schema } from "../schema/schema.js";
import type { Docs } from "../code/nodes.js";

/** How many lines an example may have. */
const longestExample = 24;

/**
 * A schema's doc comment: its description, and what its keywords say that the type does not. Undefined
 * where there is nothing to say.
 *
 * @param note - A paragraph to follow the description.
 */
export function docsOf(schema: Schema, note = ""): Docs | undefined {
  const written = schema.kind === "boolean" ? {} : schema.keywords;
  const { documented: keywords = written, notes = [] } =
    (schema.kind === "object" ? schema.revision : undefined) ?? {};
  // A title that is an identifier is a name, and says nothing more.
  const { title = "", description = isIdentifier(title) ? "" : title } = keywords;
  const text = [description.trimEnd(), note, ...notes].filter((part) => part !== "").join("\n\n");
  const tags = tagsOf(keywords);
  return text === "" && tags.length === 0 ? undefined : { text, tags };
}

function tagsOf(keywords: Keywords): readonly DocTag[] {
  const tags = mapKeywords(keywords, ({ tags }, value) => tags?.(value) ?? []).flat();
  // One example shows the shape; a dozen would bury the rest.
  const [example] = tags.filter(
    ({ name, text }) => name === "example" && text.split("\n").length <= longestExample,
  );
  return [
    ...tags.filter(({ name }) => name !== "example"),
    ...(example === undefined ? [] : [example]),
  ];
}
