import type { Json } from "../core/json.js";
import { nameOfPlace } from "../openapi/navigate.js";
import { literalsOf, partsOf, type SchemaLookup } from "../schema/tags.js";
import type { ObjectSchema, Schema } from "../schema/schema.js";
import { needsOwnModel } from "./needs-own-model.js";
import { pascalCase } from "./names.js";

/** The words that an option of a union adds to the name of a model in it. */
export interface OptionWords {
  /** The word that distinguishes it from the other options. */
  readonly word: string;
  /** Whether the other options are plain values, so that nothing else in the union has a name. */
  readonly isOnly: boolean;
  /** Whether it lists some of the values that another option accepts. */
  readonly isKnown: boolean;
}

/**
 * Finds words for the options of a union: the value that tells an option from the others, its
 * title, the name of a schema that it refers to and extends, or a property that only it requires.
 *
 * @param options - All of them, without `null`.
 */
export function optionWords(
  options: readonly Schema[],
  discriminator: string | undefined,
  get: SchemaLookup,
): readonly OptionWords[] {
  const parts = options.map((option) => partsOf(option, get));
  const rules = [
    tagWords(parts, discriminator, get),
    options.map((option) => pascalCase(titleOf(option) ?? "")),
    options.map((option) => (isList(option) ? "Enum" : "")),
    options.map((option) => extendedWord(option, get)),
    requiredWords(parts),
  ].map(withoutRepeated);
  const isNamed = options.map((option) => needsOwnModel(option) || refers(option));
  const named = isNamed.filter(Boolean).length;
  return options.map((option, index) => ({
    word:
      rules.map((words) => words[index] ?? "").find((word) => word !== "") ?? `Option${index + 1}`,
    isOnly: named === Number(isNamed[index]),
    isKnown: isList(option) && options.some(isPlain),
  }));
}

type Parts = readonly ObjectSchema[];

/** The values of the property that distinguishes most options. */
function tagWords(
  parts: readonly Parts[],
  discriminator: string | undefined,
  get: SchemaLookup,
): readonly string[] {
  const byProperty = new Map<string, string[]>();
  for (const [index, all] of parts.entries()) {
    const required = new Set(all.flatMap(({ keywords }) => keywords.required ?? []));
    for (const [name, property] of all.flatMap(({ keywords }) => [
      ...(keywords.properties ?? []),
    ])) {
      const [value, ...others] = literalsOf(property, get) ?? [];
      if (value === undefined || others.length > 0 || !required.has(name)) continue;
      const words = byProperty.get(name) ?? parts.map(() => "");
      byProperty.set(name, words);
      words[index] = wordOfValue(name, value);
    }
  }
  const [first, ...others] = [...byProperty]
    .sort(([left], [right]) => Number(right === discriminator) - Number(left === discriminator))
    .map(([, words]) => withoutRepeated(words));
  const count = (words: readonly string[]): number => words.filter((word) => word !== "").length;
  return others.reduce((best, words) => (count(words) > count(best) ? words : best), first ?? []);
}

/** A value as a word; a value that is not a text needs the name of its property. */
function wordOfValue(name: string, value: Json): string {
  if (typeof value === "string") return pascalCase(value).replace(/^_/, pascalCase(name));
  return typeof value === "object" ? "" : pascalCase(`${name} ${String(value)}`);
}

/** The name of the schema that an option refers to and extends. */
function extendedWord(option: Schema, get: SchemaLookup): string {
  if (option.kind === "boolean" || !needsOwnModel(option)) return "";
  const { $ref } = option.keywords;
  const target = $ref === undefined ? undefined : get($ref);
  return target === undefined ? "" : pascalCase(nameOfPlace(target.place));
}

/** For each option, a property that only it requires and no other option has. */
function requiredWords(parts: readonly Parts[]): readonly string[] {
  const counts = new Map<string, number>();
  const names = parts.map((all) => {
    const required = all.flatMap(({ keywords }) => keywords.required ?? []);
    const known = all.flatMap(({ keywords }) => [...(keywords.properties?.keys() ?? [])]);
    for (const name of new Set([...required, ...known])) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return required;
  });
  return names.map((required) => {
    const name = required.find((one) => counts.get(one) === 1);
    return name === undefined ? "" : `With${pascalCase(name)}`;
  });
}

/** Clears the words that several options have. */
function withoutRepeated(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.map((word) => (counts.get(word) === 1 ? word : ""));
}

function titleOf(schema: Schema): string | undefined {
  return schema.kind === "object" ? schema.keywords.title : undefined;
}

function isList(schema: Schema): boolean {
  return schema.kind === "object" && schema.keywords.enum !== undefined && needsOwnModel(schema);
}

function refers(schema: Schema): boolean {
  return schema.kind === "object" && schema.keywords.$ref !== undefined;
}

/** Whether a schema allows all strings, or all numbers. */
function isPlain(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  const { type = [], enum: values, const: value, pattern, format } = schema.keywords;
  const isScalar = type.every((name) => name !== "object" && name !== "array");
  return (
    type.length > 0 &&
    isScalar &&
    [values, value, pattern, format].every((one) => one === undefined)
  );
}
