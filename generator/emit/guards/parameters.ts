/** Whether code mentions a name. */
export function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$&")}(?![\\w$])`).test(code);
}

/** The name of a parameter; with an underscore, where the body of its function does not need it. */
export function parameterName(name: string, body: string): string {
  return mentions(body, name) ? name : `_${name}`;
}

/** The parameters of a function that may leave out the last ones. */
export function usedParameters(names: readonly string[], body: string): readonly string[] {
  const last = names.findLastIndex((name) => mentions(body, name));
  return names.slice(0, last + 1).map((name) => parameterName(name, body));
}
