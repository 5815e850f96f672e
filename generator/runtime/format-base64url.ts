/** Whether a string is base64url of RFC 4648, with or without its padding: `_-8=`, `_-8`. */
export function matchesBase64Url(text: string): boolean {
  const data = text.endsWith("=") ? text.slice(0, text.endsWith("==") ? -2 : -1) : text;
  const isPadded = data.length === text.length || text.length % 4 === 0;
  return isPadded && data.length % 4 !== 1 && /^[\w-]*$/.test(data);
}
