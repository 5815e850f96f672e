import { matchesDate } from "./format-date.js";
import { matchesTime } from "./format-time.js";

/** Whether a string is a date and a time of RFC 3339: `2026-02-28T12:00:00Z`. */
export function matchesDateTime(text: string): boolean {
  return (
    /^t$/i.test(text.charAt(10)) && matchesDate(text.slice(0, 10)) && matchesTime(text.slice(11))
  );
}
