import { visible } from "../../../text/visible.js";

/** A piece of HTML: what it shows is text, and not markup of a document or a sample. */
export interface Html {
  readonly markup: string;
}

/** What can stand in a piece: text and numbers, which are escaped, and other pieces. */
export type Part = string | number | Html | readonly Html[];

/**
 * A piece of HTML from a template. Whatever is put into it is escaped for the content of an element
 * and for an attribute in double quotes; nowhere else may anything be put in.
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

/** Nothing. */
export const nothing: Html = { markup: "" };

/** A piece that is safe as it is: text of this project, in which there is nothing of a document. */
export function trusted(markup: string): Html {
  return { markup };
}

/** A pointer or a path: a browser ends lines at its slashes, though not at the first character. */
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
