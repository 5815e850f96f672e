import { print } from "./describe.js";
import type { JsonStop } from "./scan-json.js";

/** The error in a text that is not JSON. */
export interface SyntaxFault {
  /** Its offset, in UTF-16 code units. */
  readonly offset: number;
  /** The whole message, without the place. */
  readonly message: string;
  /** What was expected there. */
  readonly expected: string;
  /** What was found there. */
  readonly received: string;
}

/**
 * Explains why a text stops being JSON: the messages of engines differ, and some do not tell the
 * place.
 *
 * @param placeOf - Describes an offset in messages: `line 1, column 2`.
 * @param hideValues - Whether no part of the text is shown.
 */
export function explainStop(
  text: string,
  stop: JsonStop,
  placeOf: (offset: number) => string,
  hideValues = false,
): SyntaxFault {
  const found = lookAt(text, stop.offset);
  const word = stop.state === "number" ? lookAt(text, stop.start).word : found.word;
  const expected = expectations[stop.state](`"${stop.closing}"`);
  const shown = hideValues ? "text" : (invisible(word) ?? print(word));
  const received = word === "" ? "the end of the text" : shown;
  const [reason, offset = stop.offset] = reasonFor(found, stop, placeOf, hideValues) ?? [];
  const message = reason ?? `expected ${expected}, received ${received}`;
  return { offset, message, expected, received };
}

const expectations: Readonly<Record<JsonStop["state"], (closing: string) => string>> = {
  value: () => "a JSON value",
  "item or end": (closing) => `a JSON value or ${closing}`,
  name: () => "a property name in double quotes",
  "name or end": (closing) => `a property name in double quotes or ${closing}`,
  colon: () => '":"',
  "comma or end": (closing) => `"," or ${closing}`,
  end: () => "the end of the text",
  string: () => "the rest of a string",
  number: () => "a JSON number",
};

/** The text at an offset. */
interface Found {
  readonly text: string;
  /** The text from there on, shortened. */
  readonly rest: string;
  /** The first word or character of it; empty at the end of the text. */
  readonly word: string;
  /** The offset of the last character before it that is not white space; -1, if there is none. */
  readonly before: number;
}

function lookAt(text: string, offset: number): Found {
  const rest = text.slice(offset, offset + 100);
  const [word = ""] = /^(?:[\w$.+-]+|[^])/u.exec(rest) ?? [];
  let before = offset - 1;
  while (" \t\r\n".includes(text[before] ?? "-")) before -= 1;
  return { text, rest, word, before };
}

/** The name of an invisible character. */
function invisible(character: string): string | undefined {
  if (!/^[\p{C}\p{Z}]$/u.test(character)) return undefined;
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Why a text is not JSON, and the offset, if it is not where the scanner stopped. */
type Reason = readonly [reason: string, offset?: number];

/** Returns the reason, if it is more specific than what was expected. */
function reasonFor(
  found: Found,
  stop: JsonStop,
  placeOf: (offset: number) => string,
  hideValues: boolean,
): Reason | undefined {
  const { text, rest, word, before } = found;
  if (stop.state === "string") {
    if (word === "") return [`unterminated string, which begins at ${placeOf(stop.start)}`];
    return [reasonInString(rest, hideValues)];
  }
  if (stop.state === "number") return reasonInNumber(text, stop, hideValues);
  if (/^(?:\/[/*]|#)/.test(rest)) return ["JSON has no comments"];
  switch (stop.state) {
    case "colon":
      return word === "" ? undefined : ["missing colon after a property name"];
    case "comma or end":
      if (!/^["'{[\w+.-]/.test(rest)) return undefined;
      // If a word follows a string directly, the string was probably meant to continue.
      return [
        /^"\w/.test(text.slice(stop.offset - 1))
          ? 'missing comma (for a quote inside of a string, write \\")'
          : "missing comma",
      ];
    case "end":
      if (/^(?:["{[\d-]|(?:true|false|null)\b)/.test(rest))
        return ["second JSON value after the first"];
      return [
        /^[}\]]/.test(rest)
          ? `${print(word)} without an opening bracket`
          : "unexpected text after the JSON value",
      ];
    default:
      if (word === "") return before < 0 ? ["the text is empty"] : undefined;
      if (word === stop.closing && text[before] === ",") return ["trailing comma", before];
      if (word === "'") return ["single quotes instead of double quotes"];
      if (/^[‘’‚“”„«»`]/.test(word)) return ["other quotation marks instead of double quotes"];
      return stop.state === "name" || stop.state === "name or end"
        ? reasonForName(word)
        : reasonForValue(found, hideValues);
  }
}

function reasonForName(word: string): Reason | undefined {
  return /^[\w$.+-]/.test(word) ? ["property name without double quotes"] : undefined;
}

function reasonForValue(
  { text, rest, word, before }: Found,
  hideValues: boolean,
): Reason | undefined {
  if (word === "<" && before < 0) {
    const isHtml = /^<(?:!doctype\s+)?html/i.test(rest);
    return [`${isHtml ? "an HTML page" : "HTML or XML"} instead of JSON`];
  }
  if (text.startsWith("[object ", before)) {
    return ["the text of an object instead of its JSON (use JSON.stringify)", before];
  }
  return reasonForWord(word, hideValues);
}

function reasonForWord(word: string, hideValues: boolean): Reason | undefined {
  if (hideValues) return undefined;
  if (word === "undefined") {
    return ["JSON has no undefined (write null, or leave the property out)"];
  }
  if (/^[+-]?(?:nan|inf|infinity)$/i.test(word)) return [`JSON has no ${word} (write null)`];
  const [literal] =
    /^(?:true|false|null)$/.exec(word.toLowerCase().replace(/^(?:none|nil)$/, "null")) ?? [];
  return literal === undefined ? undefined : [`${word} instead of ${literal}`];
}

function reasonInString(rest: string, hideValues: boolean): string {
  if (rest.startsWith("\\u")) return "\\u needs four hex digits";
  const [character = ""] = /^\\?([^])/u.exec(rest)?.slice(1) ?? [];
  if (rest.startsWith("\\")) {
    return hideValues ? "invalid escape" : `invalid escape \\${invisible(character) ?? character}`;
  }
  const escape = hideValues ? "an escape such as \\n" : JSON.stringify(character).slice(1, -1);
  return `control character in a string (write ${escape})`;
}

function reasonInNumber(text: string, { offset, start }: JsonStop, hideValues: boolean): Reason {
  const { word } = lookAt(text, start);
  if (/^-?0x/i.test(word)) return ["JSON has no hexadecimal numbers", start];
  const hasDigitAfter = /^\d$/.test(text.charAt(offset + 1));
  switch (text[offset]) {
    case "+":
      if (offset === start) return ["plus sign before a number"];
      break;
    case "-":
      if (offset === start)
        return reasonForWord(word, hideValues) ?? ["no digit after a minus sign"];
      break;
    case "0":
      return ["leading zero in a number"];
    case ".":
      if (!hasDigitAfter) return ["no digit after a decimal point"];
      if (!/^\d$/.test(text.charAt(offset - 1))) return ["no digit before a decimal point"];
      break;
    case "e":
    case "E":
      if (!hasDigitAfter) return ["no digit in an exponent"];
      break;
    default:
  }
  return [hideValues ? "invalid number" : `invalid number ${print(word)}`, start];
}
