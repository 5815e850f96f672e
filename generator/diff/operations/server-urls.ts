import { isJsonArray, ownMember } from "../../core/json.js";
import type { Document } from "../../openapi/document.js";
import { membersOf, type Found } from "../../openapi/navigate.js";

/** How many URLs of one server are told apart. With more, its variables count as free. */
const maxUrls = 256;

/** A URL that a server can have: the texts between its free variables. */
export type ServerUrl = readonly string[];

/**
 * Returns the URLs of a server: one for each combination of the listed values of its variables.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#server-object | OpenAPI 3.2, Server Object}
 */
export function urlsOf(document: Document, server: Found): readonly ServerUrl[] {
  const { url } = server.value;
  if (typeof url !== "string") return [];
  const values = new Map(
    membersOf(document, server, "variables").map(([name, { value }]) => {
      const listed = ownMember(value, "enum");
      return [name, isJsonArray(listed) ? listed.map(String) : []] as const;
    }),
  );
  // Odd items are the names of variables.
  const pieces = url.replace(/\/+$/, "").split(/\{([^{}]*)\}/);
  let urls: readonly ServerUrl[] = [[""]];
  for (const [index, piece] of pieces.entries()) {
    const listed = index % 2 === 0 ? [piece] : (values.get(piece) ?? []);
    const isFree = listed.length === 0 || urls.length * listed.length > maxUrls;
    urls = isFree
      ? urls.map((each) => [...each, ""])
      : urls.flatMap((each) => listed.map((text) => append(each, text)));
  }
  return urls.map(normal);
}

function append(url: ServerUrl, text: string): ServerUrl {
  return [...url.slice(0, -1), (url.at(-1) ?? "") + text];
}

/** The scheme and the host ignore case. */
function normal(url: ServerUrl): ServerUrl {
  const [first = "", ...others] = url;
  const origin = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i;
  return [first.replace(origin, (text) => text.toLowerCase()), ...others];
}

/** A character that is in no URL: it stands for a free variable, so that only one such can match it. */
const variable = "\0";

/** Returns whether a URL is one of those that another one stands for. */
export function covers(pattern: ServerUrl, url: ServerUrl): boolean {
  const text = url.join(variable);
  const [first = "", ...others] = pattern;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    // Each variable has at least one character.
    const found = text.indexOf(piece, at + 1);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length > at && text.endsWith(last);
}

/** Returns a URL as text. */
export function showUrl(url: ServerUrl): string {
  return url.join("{…}");
}
