/** Whether a string is a date of RFC 3339: `2026-02-28`. */
export function matchesDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const days = daysOf(Number(year), Number(month));
  return Number(day) >= 1 && Number(day) <= days;
}

/** How many days a month has; 0, if there is no such month. */
export function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
