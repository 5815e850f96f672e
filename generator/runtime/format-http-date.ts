import { daysOf } from "./format-date.js";

/** Whether a string is a date of RFC 7231, in any of its forms: `Sun, 06 Nov 1994 08:49:37 GMT`. */
export function matchesHttpDate(text: string): boolean {
  // Longer ones have no meaning; the names of days are short.
  if (text.length > 40) return false;
  const time = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)";
  const day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  const longDay = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  const match =
    new RegExp(`^${day}, (\\d\\d) (\\w{3}) (\\d{4}) ${time} GMT$`).exec(text) ??
    new RegExp(`^${longDay}, (\\d\\d)-(\\w{3})-(\\d\\d) ${time} GMT$`).exec(text);
  if (match !== null) return isDayOfMonth(match[1], match[2], match[3]);
  const old = new RegExp(`^${day} (\\w{3}) (\\d\\d| \\d) ${time} (\\d{4})$`).exec(text);
  return old !== null && isDayOfMonth(old[2], old[1], old[3]);
}

/** Whether a month has a day; a year of two digits may be a leap year. */
function isDayOfMonth(day = "", month = "", year = ""): boolean {
  const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const days = daysOf(year === "00" ? 2000 : Number(year), names.indexOf(month) + 1);
  return Number(day) >= 1 && Number(day) <= days;
}
