/** Whether a string is a String of RFC 8941, with its quotation marks: `"a \"b\""`. */
export function matchesSfString(text: string): boolean {
  return /^"[ !#-[\]-~]*"$/.test(text.replace(/\\["\\]/g, ""));
}
