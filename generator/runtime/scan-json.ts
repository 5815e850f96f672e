/** What a token of a JSON text is. */
export type JsonToken =
  "{" | "}" | "[" | "]" | ":" | "," | "name" | "string" | "number" | "literal";

/** What may come next: between the parts of an object or of an array, or after all of it. */
type JsonState =
  "value" | "item or end" | "name" | "name or end" | "colon" | "comma or end" | "end";

/** Where a text stops being JSON. */
export interface JsonStop {
  /** How many UTF-16 code units are fine before it. */
  readonly offset: number;
  /** What could have come there, or what kind of token breaks off there. */
  readonly state: JsonState | "string" | "number";
  /** Where the token begins. */
  readonly start: number;
  /** What closes the innermost bracket; empty outside of all. */
  readonly closing: string;
}

/** Receives a token, from its offset to that of its end. Returns whether to go on. */
export type TokenVisitor = (token: JsonToken, start: number, end: number) => boolean;

/**
 * Goes through a JSON text token by token, in time that is linear in its length, and without recursion.
 *
 * https://www.rfc-editor.org/rfc/rfc8259
 *
 * @returns Where the text stops being JSON; undefined, if it is JSON, or if the visitor stopped.
 */
export function scanJson(text: string, visit?: TokenVisitor): JsonStop | undefined {
  /** The brackets that are open, as what closes them. */
  const open: string[] = [];
  let state: JsonState = "value";
  let start = skipSpace(text, 0);
  while (state !== "end" || start < text.length) {
    const closing = open[open.length - 1] ?? "";
    const token = tokenAt(text, start, state);
    const next: JsonState | undefined =
      token === undefined ? undefined : follow(state, token, open);
    if (token === undefined || next === undefined) return { offset: start, state, start, closing };
    const end = endOf(token, text, start);
    if (end < 0) {
      return { offset: ~end, state: token === "number" ? token : "string", start, closing };
    }
    if (visit?.(token, start, end) === false) return undefined;
    state = next;
    start = skipSpace(text, end);
  }
  return undefined;
}

/** The token that begins at an offset; undefined, if none does. */
function tokenAt(text: string, offset: number, state: JsonState): JsonToken | undefined {
  const character = text[offset];
  switch (character) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ":":
    case ",":
      return character;
    case '"':
      return state === "name" || state === "name or end" ? "name" : "string";
    case "t":
    case "f":
    case "n":
      return endOfLiteral(text, offset) < 0 ? undefined : "literal";
    case "+":
    case ".":
      // No number begins so, but it is clear what was meant.
      return isDigit(text, text[offset + 1] === "." ? offset + 2 : offset + 1)
        ? "number"
        : undefined;
    default:
      return character === "-" || isDigit(text, offset) ? "number" : undefined;
  }
}

/** What may come after a token; undefined, if the token itself must not come. */
function follow(state: JsonState, token: JsonToken, open: string[]): JsonState | undefined {
  switch (state) {
    case "colon":
      return token === ":" ? "value" : undefined;
    case "name":
      return token === "name" ? "colon" : undefined;
    case "name or end":
      return token === "name" ? "colon" : close(token, open);
    case "comma or end":
      if (token !== ",") return close(token, open);
      return open[open.length - 1] === "}" ? "name" : "value";
    case "item or end":
      return token === "]" ? close(token, open) : follow("value", token, open);
    case "value":
      switch (token) {
        case "{":
          open.push("}");
          return "name or end";
        case "[":
          open.push("]");
          return "item or end";
        case "string":
        case "number":
        case "literal":
          return open.length === 0 ? "end" : "comma or end";
        default:
          return undefined;
      }
    case "end":
      return undefined;
  }
}

function close(token: JsonToken, open: string[]): JsonState | undefined {
  if (token !== open[open.length - 1]) return undefined;
  open.pop();
  return open.length === 0 ? "end" : "comma or end";
}

/** Where a token ends; or, where it breaks off before, the complement (`~`) of that offset. */
function endOf(token: JsonToken, text: string, start: number): number {
  switch (token) {
    case "name":
    case "string":
      return endOfString(text, start);
    case "number":
      return endOfNumber(text, start);
    case "literal":
      return endOfLiteral(text, start);
    default:
      return start + 1;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return ~at;
    if (code === 0x5c) {
      const escape = text[at + 1] ?? "";
      if (escape === "u" && isHexadecimal(text, at + 2, at + 6)) at += 5;
      else if (escape !== "" && '"\\/bfnrt'.includes(escape)) at += 1;
      else return ~(escape === "" ? text.length : at);
    }
  }
  return ~text.length;
}

function isHexadecimal(text: string, start: number, end: number): boolean {
  return /^[\da-f]{4}$/i.test(text.slice(start, end));
}

function endOfNumber(text: string, start: number): number {
  let at = text[start] === "-" ? start + 1 : start;
  if (!isDigit(text, at)) return ~(text[at] === "." ? at : start);
  if (text[at] === "0" && isDigit(text, at + 1)) return ~at;
  at = skipDigits(text, at);
  if (text[at] === ".") {
    if (!isDigit(text, at + 1)) return ~at;
    at = skipDigits(text, at + 1);
  }
  if (text[at] === "e" || text[at] === "E") {
    const digits = text[at + 1] === "+" || text[at + 1] === "-" ? at + 2 : at + 1;
    if (!isDigit(text, digits)) return ~at;
    at = skipDigits(text, digits);
  }
  return isPartOfWord(text, at) ? ~at : at;
}

function endOfLiteral(text: string, start: number): number {
  const literal = ["true", "false", "null"].find((each) => text.startsWith(each, start)) ?? "";
  const end = start + literal.length;
  return literal === "" || isPartOfWord(text, end) ? ~start : end;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text, at)) at += 1;
  return at;
}

function isDigit(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0x30 && code <= 0x39;
}

/** Whether a character would go on with a word or a number before it. */
function isPartOfWord(text: string, offset: number): boolean {
  return /^[\w$.+-]$/.test(text.charAt(offset));
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}
