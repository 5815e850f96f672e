/** Where a value goes: with it, `readOnly` or `writeOnly` properties are left out. */
export type Direction = "request" | "response";
