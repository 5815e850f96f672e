const compiled = new Map<string, RegExp>();

/**
 * A regular expression of a document, matched by code points; without Unicode matching, where it is
 * only valid so.
 */
export function compilePattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const pattern = compile(source);
  compiled.set(source, pattern);
  return pattern;
}

function compile(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    return new RegExp(source);
  }
}
