/** Parts of code with marks of one kind between them. */
export interface Split {
  /** The mark; empty where there is none. */
  readonly mark: string;
  readonly parts: readonly string[];
  /** Where the code ends: at a bracket that closes what is around it, or at a semicolon. */
  readonly end: number;
}

/**
 * Splits code by its text: a list at its commas, or a chain at its `&&`, `||` or `|`.
 *
 * @param text Code on one line, as it is written where it fits.
 * @param start Where the parts begin.
 * @param isType Whether `<` and `>` are brackets.
 * @returns Undefined, if there is more to it: a conditional, a comment, a pattern or marks of other kinds.
 */
export function splitCode(text: string, start: number, isType = false): Split | undefined {
  const parts: string[] = [];
  let mark = "";
  let first = start;
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    switch (kinds[code] ?? "word") {
      case "word":
        break;
      case "quote":
        index = endOfString(text, index, code);
        break;
      case "open":
        depth += 1;
        break;
      case "angle":
        if (isType) depth += code === lessThan ? 1 : -1;
        break;
      case "unknown":
        return undefined;
      case "condition":
        if (depth === 0) return undefined;
        break;
      case "end":
        if (depth === 0) return { mark, parts: [...parts, text.slice(first, index)], end: index };
        if (code !== semicolon) depth -= 1;
        break;
      case "mark": {
        if (depth > 0) break;
        const isDouble = text.charCodeAt(index + 1) === code;
        const found = text.slice(index, index + (isDouble ? 2 : 1));
        if (mark !== "" && mark !== found) return undefined;
        mark = found;
        parts.push(text.slice(first, found === "," ? index : index - 1));
        index += found.length;
        first = index + 1;
        break;
      }
    }
  }
  return undefined;
}

/** Where the quotes close that open somewhere. */
function endOfString(text: string, start: number, quote: number): number {
  let end = start + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return end;
    if (code === backslash) end += 1;
  }
  return end;
}

/** What a character means where code is split. */
type Kind =
  | "word"
  | "quote"
  | "open"
  /** A bracket that closes, or a semicolon. */
  | "end"
  | "angle"
  | "mark"
  /** What makes a conditional of that in which it is. */
  | "condition"
  /** The beginning of a comment or of a pattern. */
  | "unknown";

const [lessThan, semicolon, backslash] = [0x3c, 0x3b, 0x5c];

/** The kinds of the ASCII characters, by their codes. */
const kinds: readonly Kind[] = Array.from({ length: 0x80 }, (_, code) =>
  kindOf(String.fromCharCode(code)),
);

function kindOf(character: string): Kind {
  if ("\"'".includes(character)) return "quote";
  if ("([{".includes(character)) return "open";
  if (")]};".includes(character)) return "end";
  if ("<>".includes(character)) return "angle";
  if (",&|".includes(character)) return "mark";
  if (character === "?") return "condition";
  return "/`".includes(character) ? "unknown" : "word";
}
