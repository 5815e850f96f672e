// Code is read here as text. A name in a string literal is no mention: it comes from the document.

/** Whether code mentions a name. */
export function mentions(code: string, name: string): boolean {
  return nextMention(code, name, 0) >= 0;
}

/** All names that code mentions. */
export function mentionedNames(code: string): ReadonlySet<string> {
  const found = code.match(/"(?:[^"\\\n]|\\.)*"|\.?[\w$\u0080-\uffff]+/g) ?? [];
  return new Set(found.filter((token) => !token.startsWith('"') && !token.startsWith(".")));
}

/** How often code mentions a name. */
export function countMentions(code: string, name: string): number {
  let count = 0;
  for (let at = nextMention(code, name, 0); at >= 0; at = nextMention(code, name, at + 1)) {
    count += 1;
  }
  return count;
}

/** Code with another expression in place of a name. */
export function replaceMention(code: string, name: string, expression: string): string {
  let replaced = "";
  let end = 0;
  for (let at = nextMention(code, name, 0); at >= 0; at = nextMention(code, name, end)) {
    replaced += code.slice(end, at) + expression;
    end = at + name.length;
  }
  return replaced + code.slice(end);
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

/** Where code mentions a name, from an index on; -1, where it does not. */
function nextMention(code: string, name: string, from: number): number {
  let at = code.indexOf(name, from);
  while (at >= 0 && !isMention(code, at, at + name.length)) at = code.indexOf(name, at + 1);
  return at;
}

function isMention(code: string, start: number, end: number): boolean {
  return (
    !/[\w$.]/.test(code.charAt(start - 1)) &&
    !/[\w$]/.test(code.charAt(end)) &&
    !isInLiteral(code, start)
  );
}

/** Whether a place is in a string literal, which the encoders write in double quotes on one line. */
function isInLiteral(code: string, at: number): boolean {
  const start = at === 0 ? 0 : code.lastIndexOf("\n", at - 1) + 1;
  if (!code.slice(start, at).includes('"')) return false;
  literal.lastIndex = start;
  for (let found = literal.exec(code); found !== null; found = literal.exec(code)) {
    if (found.index > at) return false;
    if (literal.lastIndex > at) return true;
  }
  return false;
}

const literal = /"(?:[^"\\\n]|\\.)*"/g;
