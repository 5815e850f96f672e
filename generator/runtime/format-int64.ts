import { isIntegerWithin } from "./integer-text.js";

/** Whether a string is a whole number of 64 bits: `-9223372036854775808`. */
export function matchesInt64(text: string): boolean {
  return isIntegerWithin(text, "9223372036854775808", "9223372036854775807");
}
