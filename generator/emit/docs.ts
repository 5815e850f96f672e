import type { DocTag } from "../schema/keywords/keyword.js";
import type { Keywords } from "../schema/keywords/keyword-values.js";
import { mapKeywords } from "../schema/keywords/keywords.js";
import { isIdentifier } from "../model/names.js";
import type { Schema } from "../schema/schema.js";
import { encodeComment } from "../code/encode.js";
import { wrapMarkdown } from "../code/wrap.js";

/** How wide a line of a doc comment may be, with its indentation. */
const width = 80;

/** How many lines an example may have. */
const longestExample = 24;

/**
 * The text of a schema's doc comment: its description, and what its keywords say that the type
 * does not. Undefined where there is nothing to say.
 *
 * @param indentation - How many columns the comment is indented.
 * @param note - A paragraph to follow the description.
 * @param example - The example to show where the schema has none.
 */
export function docsOf(
  schema: Schema,
  indentation: number,
  note = "",
  example?: string,
): string | undefined {
  const written = schema.kind === "boolean" ? {} : schema.keywords;
  const { documented: keywords = written, notes = [] } =
    (schema.kind === "object" ? schema.revision : undefined) ?? {};
  // A title that is an identifier is a name, and says nothing more.
  const { title = "", description = isIdentifier(title) ? "" : title } = keywords;
  const text = [description.trimEnd(), note, ...notes].filter((part) => part !== "").join("\n\n");
  const tags = tagsOf(keywords);
  const isShown = example === undefined || tags.some(({ name }) => name === "example");
  const shown = isShown ? tags : [...tags, { name: "example", text: example }];
  return composeDocs(text, shown, indentation);
}

/** A doc comment of a text in Markdown and of tags; undefined where both are empty. */
function composeDocs(
  text: string,
  tags: readonly DocTag[],
  indentation: number,
): string | undefined {
  // " * " takes three columns.
  const wrapped = wrapMarkdown(encodeComment(text).trim(), width - indentation - 3);
  const parts = [
    ...(wrapped.length === 0 ? [] : [wrapped.join("\n")]),
    ...(tags.length === 0 ? [] : [tags.map(printTag).join("\n")]),
  ];
  return parts.length === 0 ? undefined : parts.join("\n\n");
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

function printTag({ name, text }: DocTag): string {
  const encoded = encodeComment(text);
  if (name === "example" && encoded.includes("\n")) return `@example\n${encoded}`;
  return `@${name} ${encoded.replaceAll("\n", " ")}`.trimEnd();
}
