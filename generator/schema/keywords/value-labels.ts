import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { KeywordEntry, KeywordTable, ParseContext } from "./keyword.js";
import { printNothing } from "./printers.js";

/** Labels for the values of an `enum`: a list in their order, or an object by value. */
export type ValueLabels =
  | { readonly kind: "list"; readonly labels: readonly string[] }
  | { readonly kind: "map"; readonly labels: ReadonlyMap<string, string> };

/**
 * Extensions by which tools name and describe the values of an `enum`.
 *
 * https://openapi-generator.tech/docs/templating#enum
 * https://redocly.com/docs/realm/content/api-docs/openapi-extensions/x-enum-descriptions
 */
export interface ValueLabelKeywords {
  readonly "x-enum-varnames": ValueLabels;
  readonly "x-enumNames": ValueLabels;
  readonly "x-enum-descriptions": ValueLabels;
  readonly "x-enumDescriptions": ValueLabels;
}

const labels: KeywordEntry<ValueLabels> = {
  vocabulary: "annotation",
  parse: parseLabels,
  print: printNothing,
};

export const valueLabelKeywords: KeywordTable<ValueLabelKeywords> = {
  "x-enum-varnames": labels,
  "x-enumNames": labels,
  "x-enum-descriptions": labels,
  "x-enumDescriptions": labels,
};

/** The keywords that name values, and those that describe them. */
export const nameKeywords = ["x-enum-varnames", "x-enumNames"] as const;
export const descriptionKeywords = ["x-enum-descriptions", "x-enumDescriptions"] as const;

export function isLabelKeyword(name: string): boolean {
  return Object.hasOwn(valueLabelKeywords, name);
}

/** Returns the label of a value, or an empty string. */
export function labelOf(
  labels: ValueLabels | undefined,
  values: readonly Json[],
  index: number,
): string {
  if (labels?.kind === "map") return labels.labels.get(labelKey(values[index] ?? null)) ?? "";
  // A list of another length may be wrong about every value.
  return labels?.labels.length === values.length ? (labels.labels[index] ?? "") : "";
}

/** The key of a value in an object of labels. */
export function labelKey(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parseLabels(raw: Json, context: ParseContext): ValueLabels | undefined {
  const texts = isJsonArray(raw) ? raw : isJsonObject(raw) ? Object.values(raw) : undefined;
  if (!texts?.every((text) => typeof text === "string" || text === null)) {
    context.warn(
      "malformed-value-labels",
      "labels for values must be a list of texts in the order of `enum`, or an object with a text for each value",
      "correct or remove it: it is left out of the documentation",
    );
    return undefined;
  }
  if (isJsonArray(raw)) return { kind: "list", labels: texts.map((text) => text ?? "") };
  const names = isJsonObject(raw) ? Object.keys(raw) : [];
  return {
    kind: "map",
    labels: new Map(names.map((name, index) => [name, texts[index] ?? ""])),
  };
}
