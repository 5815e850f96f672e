// Code is read here as text. A name in a string literal is no mention: it comes from the document.

/** Whether code mentions a name. */
export function mentions(code: string, name: string): boolean {
  return countMentions(code, name) > 0;
}

/** How often code mentions a name. */
export function countMentions(code: string, name: string): number {
  return [...withoutLiterals(code).matchAll(pattern(name))].length;
}

/** Code with another expression in place of a name. */
export function replaceMention(code: string, name: string, expression: string): string {
  return code
    .split(literals)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern(name), () => expression)))
    .join("");
}

/** The name of a parameter; with an underscore, where the body of its function does not need it. */
export function parameterName(name: string, body: string): string {
  return mentions(body, name) ? name : `_${name}`;
}

/** A parameter with its type, `name: type`, under the name that it gets by {@link parameterName}. */
export function parameterOf(parameter: string, body: string): string {
  const [name = ""] = parameter.split(":");
  return mentions(body, name) ? parameter : `_${parameter}`;
}

/** The parameters of a function that may leave out the last ones. */
export function usedParameters(names: readonly string[], body: string): readonly string[] {
  const last = names.findLastIndex((name) => mentions(body, name));
  return names.slice(0, last + 1).map((name) => parameterName(name, body));
}

/** String literals as the encoders write them: in double quotes, on one line. */
const literals = /("(?:[^"\\\n]|\\.)*")/;

function withoutLiterals(code: string): string {
  return code
    .split(literals)
    .map((part, index) => (index % 2 === 1 ? '""' : part))
    .join("");
}

function pattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$&")}(?![\\w$])`, "g");
}
