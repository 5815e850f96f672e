/** Whether a string is a time of RFC 3339 without an offset: `23:59:60`, `12:00:00.5`. */
export function matchesTimeLocal(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/.test(text);
}
