/** Whether a string is a media range of RFC 9110: `application/*`, `text/plain; charset="utf-8"`. */
export function matchesMediaRange(text: string): boolean {
  // Without its escapes, a quoted string ends with the next quotation mark.
  const plain = text.replace(/\\[\t -~\x80-\xff]/g, "\x80");
  const [range = "", ...parameters] = plain.replace(/"[\t !#-[\]-~\x80-\xff]*"/g, '"').split(";");
  return (
    /^(?:\*\/\*|[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)[\t ]*$/.test(range) &&
    parameters.every(isParameter) &&
    // Blanks are allowed around a semicolon.
    !/[^;\t ][\t ]+$/.test(plain)
  );
}

function isParameter(text: string): boolean {
  return /^(?:[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"))?[\t ]*$/.test(
    text.replace(/^[\t ]+/, ""),
  );
}
