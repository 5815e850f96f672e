import { isArray, isObject, memberCount } from "./values.js";

/** Describes the value that was found, or only its type. */
export function describe(value: unknown, hideValues?: boolean): string {
  let type = typeOf(value);
  if (typeof value === "string" && value.length > 60) type = `string of length ${value.length}`;
  if (isArray(value)) type = `array of length ${value.length}`;
  if (isObject(value)) {
    // The name is not read from the object itself, where data may have anything.
    const prototype = Object.getPrototypeOf(value) as { constructor?: unknown } | null;
    const constructor = prototype?.constructor;
    const name = typeof constructor === "function" ? constructor.name : "";
    type = name && name !== "Object" ? name : `object of size ${memberCount(value)}`;
  }
  const shown = hideValues || typeof value === "object" ? type : print(value);
  return shown === type ? type : `${shown} (${type})`;
}

/** The type of a value, as messages name it; `NaN` and the infinities have types of their own. */
export function typeOf(value: unknown): string {
  return value === null || (typeof value === "number" && !Number.isFinite(value))
    ? String(value)
    : typeof value;
}

/** The text for what was expected: the text itself, or the list of the allowed values. */
export function expectation(expected: string | readonly unknown[]): string {
  return isArray(expected)
    ? (expected.length > 1 ? "one of " : "") + expected.map(print).join(", ")
    : expected;
}

/** A value as JSON on one line, safe to print to a terminal, and cut after 60 characters. */
export function print(value: unknown): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- it is not an object
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return (typeof value === "string" ? JSON.stringify(short) : short).replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    "\ufffd",
  );
}
