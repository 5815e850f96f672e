/** A regular expression with Unicode matching, or what is wrong with it, in the words of the engine. */
type Compiled = RegExp | { readonly error: string };

const compiled = new Map<string, Compiled>();

/**
 * A regular expression of a document as JSON Schema has it: ECMA-262, matched by code points.
 *
 * @param source - One that is known to be valid.
 */
export function compilePattern(source: string): RegExp {
  const result = compileOnce(source);
  if ("error" in result) throw new SyntaxError(`${source} is not valid: ${result.error}`);
  return result;
}

/** What is wrong with a regular expression; undefined, if nothing is. */
export function patternError(source: string): string | undefined {
  const result = compileOnce(source);
  return "error" in result ? result.error : undefined;
}

/** Whether a regular expression is valid without Unicode matching, by Annex B of ECMA-262. */
export function isValidWithoutUnicode(source: string): boolean {
  return !("error" in compile(source, ""));
}

function compileOnce(source: string): Compiled {
  const result = compiled.get(source) ?? compile(source, "u");
  compiled.set(source, result);
  return result;
}

function compile(source: string, flags: string): Compiled {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // "Invalid regular expression: /(/u: Unterminated group" is about the last part.
    return { error: message.slice(message.lastIndexOf(": ") + 2) };
  }
}
