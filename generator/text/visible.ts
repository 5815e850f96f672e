// Control characters (terminal escapes), line and paragraph separators, lone surrogates, the byte order mark,
// and marks that reorder text: with these, a terminal could show something other than the text. `##[…]`,
// `##vso[…]` and the like are commands to a log, anywhere in a line.
const treacherous = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u{feff}]|(?<=#)#(?=[A-Za-z]*\[)/gu;

const shortForms: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

/**
 * Escapes a text for printing on one line of a terminal or of a log. In a JSON text, the escapes mean the
 * same as what they replace.
 *
 * @param text Any text.
 * @returns The text with every control character, line separator, lone surrogate and direction mark
 *   written as an escape such as `\u001b`, and likewise the second sign of `##[`.
 */
export function visible(text: string): string {
  return text.replace(treacherous, (character) => shortForms.get(character) ?? escape(character));
}

/** Returns a text from a template, in which inserted values are {@link visible}. */
export function visibly(
  texts: TemplateStringsArray,
  ...parts: readonly (string | number)[]
): string {
  return texts
    .map((text, index) => (index === 0 ? text : visible(String(parts[index - 1])) + text))
    .join("");
}

/** Returns a character as an escape of JavaScript and JSON. */
export function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
