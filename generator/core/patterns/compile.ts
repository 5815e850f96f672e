const compiled = new Map<string, RegExp>();

/**
 * A regular expression of a document as JSON Schema has it: ECMA-262, matched by code points.
 *
 * @throws SyntaxError when it is none.
 */
export function compilePattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const pattern = new RegExp(source, "u");
  compiled.set(source, pattern);
  return pattern;
}

/** What is wrong with a regular expression, in the words of the engine; undefined, if nothing is. */
export function patternError(source: string): string | undefined {
  return errorOf(() => compilePattern(source));
}

/** Whether a regular expression is valid without Unicode matching, by Annex B of ECMA-262. */
export function isValidWithoutUnicode(source: string): boolean {
  return errorOf(() => new RegExp(source)) === undefined;
}

function errorOf(compile: () => RegExp): string | undefined {
  try {
    compile();
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // "Invalid regular expression: /(/u: Unterminated group" is about the last part.
    return message.slice(message.lastIndexOf(": ") + 2);
  }
}
