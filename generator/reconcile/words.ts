import { print } from "../runtime/describe.js";
import { openListFrom } from "./choose-widenings.js";
import type { WideningStep } from "./widening.js";

/** What a step changes, in words: `accept null`. */
export function summaryOf(step: WideningStep): string {
  switch (step.kind) {
    case "accept-null":
      return "accept null";
    case "accept-fractions":
      return "accept numbers with a fraction";
    case "add-values":
      return `accept ${step.values.map(print).join(" and ")}`;
    case "open-values":
      return `accept any string, since at least ${openListFrom} are not in the list`;
    case "loosen-bound":
      return `loosen \`${step.keyword}\` to ${step.limit}`;
    case "drop-required":
      return `do not require ${print(step.name)}`;
    case "allow-property":
      return `allow the property ${print(step.name)}`;
    case "any-option":
      return "accept what matches more than one alternative: `anyOf` for `oneOf`";
  }
}
