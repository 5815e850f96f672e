/** The direction in which a value is sent: requests omit `readOnly` properties, responses `writeOnly` ones. */
export type Direction = "request" | "response";
