// Controls (terminal escapes), line and paragraph separators, lone surrogates, the byte order mark,
// and the marks that reorder text: what could make a terminal show something else than is there.
const treacherous = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u{feff}]/gu;

const shortForms: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

/**
 * Text from a document, made safe to print on one line of a terminal.
 *
 * @param text Any text.
 * @returns The text with every control character, line separator, lone surrogate and direction mark
 *   written as an escape such as `\u001b`.
 */
export function visible(text: string): string {
  return text.replace(treacherous, (character) => shortForms.get(character) ?? escape(character));
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
