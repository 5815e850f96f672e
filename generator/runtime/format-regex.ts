/** Whether a string is a regular expression of ECMA-262. */
export function matchesRegExp(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
