import type { BoundKeyword, Check } from "../../checks/check.js";
import { boundWords, divisorText, expectedSize, limitText, sizeText } from "./expected.js";

// Descriptions of a single check that follow a noun: "of at least 2 characters".

/** Describes what a check requires, or returns undefined if that takes more than a few words. */
export function detailOf(check: Check): string | undefined {
  switch (check.kind) {
    case "bound":
      return `${boundWords[check.keyword]} ${limitText(check)}`;
    case "multipleOf":
      return `that is a multiple of ${divisorText(check)}`;
    case "size":
      return `of ${expectedSize(check)}`;
    case "pattern":
      return `that matches ${check.pattern}`;
    case "format":
      return `in the format ${check.format}`;
    case "unique":
      return "without equal items";
    default:
      return undefined;
  }
}

/** Describes the opposite of a check, or returns undefined if that takes more than a few words. */
export function inverseDetailOf(check: Check): string | undefined {
  switch (check.kind) {
    case "bound":
      return `${boundWords[opposites[check.keyword]]} ${limitText(check)}`;
    case "multipleOf":
      return `that is not a multiple of ${divisorText(check)}`;
    case "size":
      return `of ${sizeText(check.keyword.startsWith("min") ? "fewer than" : "more than", check)}`;
    case "pattern":
      return `that does not match ${check.pattern}`;
    case "format":
      return `that is not in the format ${check.format}`;
    case "unique":
      return "with equal items";
    default:
      return undefined;
  }
}

const opposites: Readonly<Record<BoundKeyword, BoundKeyword>> = {
  minimum: "exclusiveMaximum",
  exclusiveMinimum: "maximum",
  maximum: "exclusiveMinimum",
  exclusiveMaximum: "minimum",
};
