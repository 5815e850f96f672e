import type { SchemaLookup } from "../schema/tags.js";
import { childrenOf } from "../schema/children.js";
import { isNullOnly } from "../schema/keywords/in-place.js";
import type { Child, ChildRole } from "../schema/keywords/keyword.js";
import type { ObjectSchema, Schema } from "../schema/schema.js";
import { needsOwnModel } from "./needs-own-model.js";
import { pascalCase } from "./names.js";
import { optionWords, type OptionWords } from "./option-words.js";
import type { SchemaKeys } from "./same-schema.js";

/** What a schema inside another one adds to the name of a model. */
export interface NamePart {
  /** The short form: as few words as people would use. */
  readonly short: readonly string[];
  /** Words that distinguish it from all other steps. */
  readonly full: readonly string[];
  /** Whether it leads to a list of some of the values that the union allows. */
  readonly isKnown: boolean;
}

/** Where a schema is written inside a model. */
export interface InlinePlace {
  readonly schema: Schema;
  /** The containing model, if it is written inside another one. */
  readonly parent: InlineModel | undefined;
  /** What the steps from there add to the name. */
  readonly way: readonly NamePart[];
}

/** A schema inside another one that becomes a model. */
export interface InlineModel extends InlinePlace {
  /** The other places with an equal schema. */
  readonly copies: InlinePlace[];
}

/** The context for finding models inside others. */
export interface InlineOptions {
  readonly get: SchemaLookup;
  /** Whether a schema is a model already, so that nothing inside needs one. */
  readonly isModel: (schema: Schema) => boolean;
  /** Tells which schemas can share a model; undefined, if each becomes one of its own. */
  readonly keys: SchemaKeys | undefined;
}

/** The path of the search to a schema. It is turned into words only if it leads to a model. */
interface Trail {
  readonly before: Trail | undefined;
  readonly child: Child;
  readonly partOf: (child: Child) => NamePart;
}

/** The models written inside a schema, each before those inside it, and equal ones once. */
export function findInlineModels(root: Schema, options: InlineOptions): readonly InlineModel[] {
  const models: InlineModel[] = [];
  const byKey = new Map<number, InlineModel>();
  const visit = (schema: Schema, parent: InlineModel | undefined, before?: Trail): void => {
    if (schema.kind === "boolean") return;
    const partOf = namePartsIn(schema, options.get);
    for (const child of childrenOf(schema)) {
      const { schema: inner, role } = child;
      if (role.kind === "condition" || role.kind === "name" || options.isModel(inner)) continue;
      const trail = { before, child, partOf };
      if (role.kind === "part" || !needsOwnModel(inner)) {
        visit(inner, parent, trail);
        continue;
      }
      const place = { schema: inner, parent, way: wayOf(trail) };
      if (isListItself(place)) {
        visit(inner, parent, trail);
        continue;
      }
      const key = options.keys?.of(inner);
      const same = key === undefined ? undefined : byKey.get(key);
      if (same !== undefined) {
        same.copies.push(place);
        continue;
      }
      const model = { ...place, copies: [] };
      models.push(model);
      if (key !== undefined) byKey.set(key, model);
      visit(inner, model);
    }
  };
  visit(root, undefined);
  return models;
}

function wayOf(trail: Trail): readonly NamePart[] {
  const way: NamePart[] = [];
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) {
    way.push(at.partOf(at.child));
  }
  return way.reverse();
}

/** Whether a schema is the list of values of the containing model, which may only add `null`. */
function isListItself({ schema, parent, way }: InlinePlace): boolean {
  const isList = schema.kind === "object" && schema.keywords.enum !== undefined;
  return isList && parent === undefined && way.every(({ full }) => full.length === 0);
}

/** Returns a function that says what a schema directly inside a schema adds to names. */
function namePartsIn({ keywords }: ObjectSchema, get: SchemaLookup): (child: Child) => NamePart {
  let words: ReadonlyMap<Schema, OptionWords> | undefined;
  return ({ schema, role }) => {
    if (role.kind !== "option") return namePart(wordsOf(role));
    if (role.of <= 1) return namePart([]);
    words ??= wordsOfOptions(keywords, get);
    const option = words.get(schema);
    if (option === undefined) return namePart([role.index === 0 ? "Then" : "Else"]);
    const { word, isOnly, isKnown } = option;
    const isShort = isOnly || !needsOwnModel(schema);
    return { short: isShort ? [] : [word], full: [word], isKnown: isOnly && isKnown };
  };
}

/** The words that the options of a union add to names, by option. */
function wordsOfOptions(
  { anyOf, oneOf, discriminator }: ObjectSchema["keywords"],
  get: SchemaLookup,
): ReadonlyMap<Schema, OptionWords> {
  const words = new Map<Schema, OptionWords>();
  for (const options of [anyOf, oneOf]) {
    const all = options?.filter((option) => !isNullOnly(option)) ?? [];
    const found = all.length > 1 ? optionWords(all, discriminator?.propertyName, get) : [];
    for (const [index, one] of found.entries()) {
      const option = all[index];
      if (option !== undefined) words.set(option, one);
    }
  }
  return words;
}

function namePart(words: readonly string[]): NamePart {
  return { short: words, full: words, isKnown: false };
}

function wordsOf(role: Exclude<ChildRole, { kind: "option" }>): readonly string[] {
  switch (role.kind) {
    case "property":
      return [pascalCase(role.name).replace(/^_/, "")];
    case "item":
      return [role.index === undefined ? "Item" : `Item${role.index + 1}`];
    case "value":
      return ["Value"];
    case "name":
    case "part":
    case "condition":
      return [];
  }
}
