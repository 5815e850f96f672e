import type { DocTag, Docs } from "../../code/nodes.js";
import { ownMember, type JsonObject } from "../../core/json.js";
import type { Found } from "../../openapi/navigate.js";
import type { Schema } from "../../schema/schema.js";
import { docsOfProperty } from "../docs.js";
import { firstParagraph } from "../first-paragraph.js";

/**
 * The doc comment of an object of the document: its summary and its description, or other words if it has
 * neither.
 *
 * @param note A paragraph to follow them.
 */
export function docsOfObject({ value }: Found, otherwise = "", note = ""): Docs | undefined {
  const own = textsIn(value);
  const texts = [...(own.length === 0 ? [otherwise] : own), note];
  return docs(texts, isDeprecated(value) ? [deprecated] : []);
}

/**
 * The doc comment of a parameter, a header or a body: its own words, and those about the values of its schema.
 *
 * @param schema Its schema, unless it is a model, which has docs of its own.
 */
export function docsOfValue({ value }: Found, schema: Schema | undefined): Docs | undefined {
  const own = textsIn(value);
  const inner = schema && docsOfProperty([schema], () => false);
  const tags = inner?.tags ?? [];
  const isMarked = isDeprecated(value) && !tags.some(({ name }) => name === "deprecated");
  return docs([...own, inner?.text ?? ""], [...(isMarked ? [deprecated] : []), ...tags]);
}

/** Whether an object of the document is deprecated. */
export function isDeprecated(value: JsonObject): boolean {
  return ownMember(value, "deprecated") === true;
}

/** The first paragraph of the description of an object, or of its summary. */
export function firstWords({ value }: Found): string {
  return firstParagraph(textsIn(value).at(-1) ?? "");
}

const deprecated: DocTag = { name: "deprecated", text: "" };

function textsIn(value: JsonObject): readonly string[] {
  return ["summary", "description"].flatMap((name) => {
    const text = ownMember(value, name);
    return typeof text === "string" && text.trim() !== "" ? [text.trim()] : [];
  });
}

function docs(texts: readonly string[], tags: readonly DocTag[]): Docs | undefined {
  const text = [...new Set(texts)].filter((one) => one !== "").join("\n\n");
  return text === "" && tags.length === 0 ? undefined : { text, tags };
}
