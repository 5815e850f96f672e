import type * as v from "valibot";

/**
 * The settings that an object can have.
 *
 * @param schema A schema of valibot.
 * @param path The way to the object.
 * @returns Their names; none, if there is no such object.
 */
export function settingsAt(schema: v.GenericSchema, path: readonly string[]): readonly string[] {
  const [first, ...rest] = path;
  for (const form of formsOf(schema)) {
    if (first === undefined) {
      const { entries } = form;
      if (entries !== undefined) return Object.keys(entries);
      continue;
    }
    const inside = (form.entries && own(form.entries, first)) ?? form.value ?? form.item;
    const found = inside && settingsAt(inside, rest);
    if (found !== undefined && found.length > 0) return found;
  }
  return [];
}

/** What a schema of valibot may consist of: each kind of schema has some of these. */
export interface Parts {
  readonly type: string;
  /** The members of an object, by name. */
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  /** The other members of an object. */
  readonly value?: v.GenericSchema;
  /** The items of a list. */
  readonly item?: v.GenericSchema;
  /** What is optional. */
  readonly wrapped?: v.GenericSchema;
  /** The schemas and the actions that apply one after the other. */
  readonly pipe?: readonly v.GenericSchema[];
  /** The forms of a setting, see `objectOr`. */
  readonly forms?: readonly v.GenericSchema[];
}

/** A schema of valibot, as what it consists of. */
function partsOf(schema: v.GenericSchema): Parts {
  return schema;
}

/** The schemas that a value of a setting may be an object by. */
function formsOf(schema: v.GenericSchema): readonly Parts[] {
  const { wrapped, pipe, forms } = partsOf(schema);
  // What has a pipe is its first schema, too.
  const inside = pipe ?? forms ?? (wrapped && [wrapped]);
  return inside === undefined ? [partsOf(schema)] : inside.flatMap(formsOf);
}

function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
