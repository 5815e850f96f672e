import { isIntegerWithin } from "./integer-text.js";

/** Whether a string is a whole number from 0, of 64 bits: `18446744073709551615`. */
export function matchesUint64(text: string): boolean {
  return isIntegerWithin(text, "0", "18446744073709551615");
}
