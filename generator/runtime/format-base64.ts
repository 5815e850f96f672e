/** Whether a string is base64 of RFC 4648: `aGVsbG8=`. */
export function matchesBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[a-z\d+/]*={0,2}$/i.test(text);
}
