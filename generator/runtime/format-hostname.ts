import { areLabels } from "./idna.js";

/** Whether a string is a host name of RFC 1123, with labels in Punycode that RFC 5891 allows. */
export function matchesHostname(text: string): boolean {
  return !/[^\0-\x7f]/.test(text) && areLabels(text.split("."));
}
