import { visible } from "../../../text/visible.js";

/** A piece of HTML. Text of documents and samples is escaped in it. */
export interface Html {
  readonly markup: string;
}

/** What a piece consists of: text and numbers, which are escaped, and other pieces. */
export type Part = string | number | Html | readonly Html[];

/**
 * Makes a piece of HTML from a template. Inserted values are escaped for the content of an element and
 * for an attribute in double quotes; insert them nowhere else.
 *
 * https://html.spec.whatwg.org/multipage/parsing.html#escapingString
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = texts.map((text, index) => {
    const part = parts[index];
    return text + (part === undefined ? "" : markupOf(part));
  });
  return { markup: markup.join("") };
}

/** An empty piece. */
export const nothing: Html = { markup: "" };

/** Makes a piece without escaping: only for texts of this project, never of a document or a sample. */
export function trusted(markup: string): Html {
  return { markup };
}

/** Allows a browser to break a pointer or a path before its slashes, except the first one. */
export function breakable(path: string): readonly Html[] {
  const [, start = "", rest = ""] = /^(\/?[^/]*)([^]*)$/.exec(path) ?? [];
  const parts = rest.split("/").slice(1);
  return [html`${start}`, ...parts.map((part) => html`/<wbr />${part}`)];
}

function markupOf(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return visible(part).replace(/[&<>"']/g, escape);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

function escape(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
