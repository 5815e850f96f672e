import { encodeLetters, encodePrivate } from "./iri-syntax.js";

/** Whether a string is a URI Template of RFC 6570: `/pets{/id}{?limit,tags*}`. */
export function matchesUriTemplate(text: string): boolean {
  const [start = "", ...others] = text.split("{");
  return isLiteral(start) && others.every(isExpressionThenLiteral);
}

function isLiteral(text: string): boolean {
  return !/[^!#-;=?-[\]_a-z~]|%(?![\da-fA-F]{2})/.test(encodePrivate(encodeLetters(text)));
}

/** Whether a text is valid after a `{`, up to the next one. */
function isExpressionThenLiteral(text: string): boolean {
  const end = text.indexOf("}");
  if (end < 0 || !isLiteral(text.slice(end + 1))) return false;
  const variables = text.slice(0, end).replace(/^[+#./;?&=,!@|]/, "");
  return variables.split(",").every(isVariable);
}

function isVariable(text: string): boolean {
  const name = text.replace(/\*$|:[1-9]\d{0,3}$/, "");
  // An encoded octet may replace any character of a name.
  const parts = name.replace(/%[\da-f]{2}/gi, "_").split(".");
  return parts.every((part) => /^\w+$/.test(part));
}
