import { isArray, isObject } from "./values.js";

/** Not more of a value is printed, in characters. */
const longest = 60;

/** What was found, or only of what kind it is. */
export function describe(value: unknown, hideValues?: boolean): string {
  if (isArray(value)) return `array of length ${value.length}`;
  if (isObject(value)) return `object of size ${Object.keys(value).length}`;
  if (value === null) return "null";
  const isLong = typeof value === "string" && value.length > longest;
  const type = isLong ? `string of length ${value.length}` : typeof value;
  return hideValues ? type : `${print(value)} (${type})`;
}

/** Values in a row, or the first of many. */
export function list(values: readonly unknown[]): string {
  const more = values.length > 10 ? ", …" : "";
  return values.slice(0, 10).map(print).join(", ") + more;
}

/** A value as JSON has it, on one line and shortened, with nothing that a terminal would act on. */
export function print(value: unknown): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- it is no object
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return (typeof value === "string" ? JSON.stringify(short) : short).replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    "\ufffd",
  );
}
