/** A regular expression with Unicode matching, or the error of the engine. */
type Compiled = RegExp | { readonly error: string };

const compiled = new Map<string, Compiled>();

/**
 * Compiles a regular expression of a document by the rules of JSON Schema: ECMA-262, matched by code points.
 *
 * @param source - A valid expression.
 */
export function compilePattern(source: string): RegExp {
  const result = compileOnce(source);
  if ("error" in result) throw new SyntaxError(`${source} is not valid: ${result.error}`);
  return result;
}

/** Returns the error of a regular expression, or undefined if it is valid. */
export function patternError(source: string): string | undefined {
  const result = compileOnce(source);
  return "error" in result ? result.error : undefined;
}

/** Returns whether a regular expression is valid without Unicode matching, by Annex B of ECMA-262. */
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
    // Only the last part of "Invalid regular expression: /(/u: Unterminated group" is needed.
    return { error: message.slice(message.lastIndexOf(": ") + 2) };
  }
}
