import { matchesDate } from "./format-date.js";
import { matchesTimeLocal } from "./format-time-local.js";

/** Whether a string is a date and a time of RFC 3339 without an offset: `2026-02-28T12:00:00`. */
export function matchesDateTimeLocal(text: string): boolean {
  return (
    /^t$/i.test(text.charAt(10)) &&
    matchesDate(text.slice(0, 10)) &&
    matchesTimeLocal(text.slice(11))
  );
}
