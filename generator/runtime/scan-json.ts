/** The kind of a token of a JSON text. */
export type JsonToken =
  "{" | "}" | "[" | "]" | ":" | "," | "name" | "string" | "number" | "literal";

/** What may come next: between the parts of an object or of an array, or after all of it. */
type JsonState =
  "value" | "item or end" | "name" | "name or end" | "colon" | "comma or end" | "end";

/** The place at which a text stops being JSON. */
export interface JsonStop {
  /** The number of UTF-16 code units before it. */
  readonly offset: number;
  /** What was expected there, or the kind of token that is incomplete there. */
  readonly state: JsonState | "string" | "number";
  /** The offset of the token. */
  readonly start: number;
  /** The bracket that closes the innermost open one; empty if none is open. */
  readonly closing: string;
}

/** Receives a token with the offsets of its start and its end. Returns whether to continue. */
export type TokenVisitor = (token: JsonToken, start: number, end: number) => boolean;

/**
 * Scans a JSON text token by token, in linear time and without recursion.
 *
 * https://www.rfc-editor.org/rfc/rfc8259
 *
 * @returns The place at which the text stops being JSON; undefined, if it is JSON, or if the
 * visitor stopped.
 */
export function scanJson(text: string, visit?: TokenVisitor): JsonStop | undefined {
  /** The closing brackets of those that are open. */
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

/** The token that starts at an offset, or undefined. */
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
      // No number starts like this, but the intention is clear.
      return isDigit(text, text[offset + 1] === "." ? offset + 2 : offset + 1)
        ? "number"
        : undefined;
    default:
      return character === "-" || isDigit(text, offset) ? "number" : undefined;
  }
}

/** Returns what is expected after a token, or undefined if the token itself is not expected. */
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

/**
 * The offset of the end of a token; if it is incomplete, the complement (`~`) of the offset where
 * it stops.
 */
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

/** Whether a character would continue a word or a number before it. */
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
