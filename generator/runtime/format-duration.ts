/** Whether a string is a duration of RFC 3339, without skipped units: `P1Y2M3DT4H5M6S`, `P4W`. */
export function matchesDuration(text: string): boolean {
  const date = "(?:\\d+Y(?:\\d+M(?:\\d+D)?)?|\\d+M(?:\\d+D)?|\\d+D)";
  const time = "T(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S)";
  return new RegExp(`^P(?:\\d+W|${date}(?:${time})?|${time})$`).test(text);
}
