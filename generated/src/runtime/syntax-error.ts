/** Where a text stops being JSON. */
export interface SyntaxFault {
  /** How many UTF-16 code units are fine before it. */
  readonly offset: number;
  /** What could have stood there. */
  readonly expected: string;
}

/** What may come next: between the parts of an object or of an array, or after all of it. */
type State = "value" | "item or end" | "name" | "name or end" | "colon" | "comma or end" | "end";

/** The tokens of RFC 8259. */
const token =
  /[{}[\],:]|"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const whitespace = /[ \t\n\r]*/y;

/**
 * Finds where a text stops being JSON: every engine says it in another way, and some do not.
 *
 * https://www.rfc-editor.org/rfc/rfc8259
 *
 * @returns The end of the text, if nothing before it is wrong.
 */
export function findSyntaxFault(text: string): SyntaxFault {
  /** The brackets that are open, as what closes them. */
  const open: string[] = [];
  let state: State = "value";
  for (let offset = 0; ; offset = token.lastIndex) {
    whitespace.lastIndex = offset;
    whitespace.test(text);
    token.lastIndex = whitespace.lastIndex;
    const start = whitespace.lastIndex;
    const [found = ""] = token.exec(text) ?? [];
    const next = follow(state, found, open);
    if (next === undefined) return { offset: start, expected: expectation(state, open) };
    state = next;
  }
}

/** What may come after a token; undefined, if the token itself must not come. */
function follow(state: State, found: string, open: string[]): State | undefined {
  const closes = found !== "" && found === open[open.length - 1];
  switch (state) {
    case "colon":
      return found === ":" ? "value" : undefined;
    case "name":
    case "name or end":
      if (state === "name or end" && closes) return close(open);
      return found.startsWith('"') ? "colon" : undefined;
    case "comma or end":
      if (closes) return close(open);
      if (found !== ",") return undefined;
      return open[open.length - 1] === "}" ? "name" : "value";
    case "value":
    case "item or end":
      if (state === "item or end" && closes) return close(open);
      if (found === "{") {
        open.push("}");
        return "name or end";
      }
      if (found === "[") {
        open.push("]");
        return "item or end";
      }
      if (found === "" || "}],:".includes(found)) return undefined;
      return open.length === 0 ? "end" : "comma or end";
    case "end":
      return undefined;
  }
}

function close(open: string[]): State {
  open.pop();
  return open.length === 0 ? "end" : "comma or end";
}

function expectation(state: State, open: readonly string[]): string {
  const end = `"${open[open.length - 1] ?? ""}"`;
  switch (state) {
    case "value":
      return "a JSON value";
    case "item or end":
      return `a JSON value or ${end}`;
    case "name":
      return "a property name in double quotes";
    case "name or end":
      return `a property name in double quotes or ${end}`;
    case "colon":
      return '":"';
    case "comma or end":
      return `"," or ${end}`;
    case "end":
      return "the end of the text";
  }
}
